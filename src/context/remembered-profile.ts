import { toJson } from '../client/to-json.js';
import type { Capability } from '../contract/operation.js';
import { getService, type ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';

const keyOf = (endpoint: string, language: Language): string =>
  `visma-support:service:${endpoint}|${language}`;

/**
 * Keeps what the endpoint offers: for a day on which it can't be reached, and so that what it offered on the last visit can be
 * asked for beside it on the next one. Nothing of it is personal.
 */
export function rememberProfile(
  endpoint: string,
  language: Language,
  profile: ServiceProfile,
): void {
  try {
    localStorage.setItem(keyOf(endpoint, language), toJson(profile));
  } catch {
    // A full or closed storage: the guide's own defaults stand in.
  }
}

/** What the endpoint offered when it was last reached. */
export function rememberedProfile(
  endpoint: string,
  language: Language,
): ServiceProfile | undefined {
  try {
    return getService.response.safeParse(
      JSON.parse(localStorage.getItem(keyOf(endpoint, language)) ?? ''),
    ).data;
  } catch {
    return undefined;
  }
}

/** Whether the endpoint announced it when it was last reached. */
export const wasOffered = (
  endpoint: string,
  language: Language,
  capability: Capability,
): boolean =>
  Boolean(rememberedProfile(endpoint, language)?.capabilities.includes(capability));

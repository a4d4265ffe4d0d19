import { toJson } from '../client/to-json.js';
import type { ServiceProfile } from '../contract/service.js';
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

/** What stands in the browser of it, as JSON that nobody has checked. */
export function rememberedProfile(endpoint: string, language: Language): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(endpoint, language)) ?? '');
  } catch {
    return undefined;
  }
}

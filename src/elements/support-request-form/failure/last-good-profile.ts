import { toJson } from '../../../client/to-json.js';
import type { ServiceProfile } from '../../../contract/service.js';
import type { Language } from '../../../contract/values.js';

const keyOf = (endpoint: string, language: Language): string =>
  `visma-support:service:${endpoint}|${language}`;

/** Keeps what the endpoint offers, for a day on which it can't be reached. Nothing of it is personal. */
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
export async function lastGoodProfile(
  endpoint: string,
  language: Language,
): Promise<ServiceProfile | undefined> {
  try {
    // The schema is there already: who asked the endpoint has loaded it.
    const { getService } = await import('../../../context/connection.lazy.js');
    return getService.response.safeParse(
      JSON.parse(localStorage.getItem(keyOf(endpoint, language)) ?? ''),
    ).data;
  } catch {
    return undefined;
  }
}

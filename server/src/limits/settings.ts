/** How much one person, one address and all together may ask for. */
export interface LimitSettings {
  /** Calls of a signed-in person in a minute. */
  readonly calls: number;
  /** Calls in a minute from one address, where a whole office may sit behind it. */
  readonly addressCalls: number;
  /** Calls in a minute from one address for which nobody is signed in. */
  readonly unsignedCalls: number;
  /** Searches of a person in a minute. */
  readonly searches: number;
  /** Requests and replies that a customer's person sends in ten minutes. */
  readonly submissions: number;
  /** Megabytes that a person uploads in an hour. */
  readonly uploadMegabytes: number;
  /** Files of a person that wait for their request. */
  readonly waitingFiles: number;
  /** Megabytes of these files. */
  readonly waitingMegabytes: number;
  /** Calls of a person that are worked on at once; their others wait for these. */
  readonly atOnce: number;
  /** Bodies of a person that are on their way at once. */
  readonly bodies: number;
  /** Megabytes of memory for all bodies that are on their way; one person has half of them at most. */
  readonly bodiesMegabytes: number;
}

/**
 * Nobody who works meets them: ten tabs that look every five seconds make 600 calls a minute at most, since a hidden page
 * doesn't look at all.
 */
export const usualLimits: LimitSettings = {
  calls: 1_200,
  addressCalls: 30_000,
  unsignedCalls: 6_000,
  searches: 240,
  submissions: 60,
  uploadMegabytes: 250,
  waitingFiles: 100,
  waitingMegabytes: 250,
  atOnce: 4,
  bodies: 50,
  bodiesMegabytes: 96,
};

/** The variable of each, and the least that leaves the widgets room to work. */
export const limitVariables: Readonly<
  Record<keyof LimitSettings, { readonly variable: string; readonly least: number }>
> = {
  calls: { variable: 'LIMIT_CALLS', least: 60 },
  addressCalls: { variable: 'LIMIT_ADDRESS_CALLS', least: 60 },
  unsignedCalls: { variable: 'LIMIT_UNSIGNED_CALLS', least: 60 },
  searches: { variable: 'LIMIT_SEARCHES', least: 10 },
  submissions: { variable: 'LIMIT_SUBMISSIONS', least: 1 },
  uploadMegabytes: { variable: 'LIMIT_UPLOAD_MB', least: 25 },
  waitingFiles: { variable: 'LIMIT_WAITING_FILES', least: 10 },
  waitingMegabytes: { variable: 'LIMIT_WAITING_MB', least: 25 },
  atOnce: { variable: 'LIMIT_AT_ONCE', least: 2 },
  bodies: { variable: 'LIMIT_BODIES', least: 2 },
  bodiesMegabytes: { variable: 'LIMIT_BODIES_MB', least: 24 },
};

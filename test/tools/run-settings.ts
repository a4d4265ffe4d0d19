declare const TEST_IS_LONG: boolean;
declare const TEST_SEED: number;

/** Whether generated tests run in their full counts, as `npm run test:long` does. */
export const isLong = TEST_IS_LONG;

/** Of generated tests; given by the variable TEST_SEED, else another one at each run. */
export const seed = TEST_SEED;

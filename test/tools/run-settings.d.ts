/** Whether generated tests run in their full counts, as `npm run test:long` does. */
export const isLong: boolean;
/** Of generated tests; given by TEST_SEED, else another one at each run. */
export const seed: number;

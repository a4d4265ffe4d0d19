/** Whether it is the long run. */
export const isLong = Boolean(process.env['TEST_LONG']);

/**
 * How often generated tests run, and from which seed. `npm test` divides the counts; `npm run test:long` doesn't. What is
 * printed with a failure can be given: `TEST_SEED=42 npm run test:long -- --only server`.
 */
export const runs = (full: number, divided: number): number => (isLong ? full : divided);

export const seedOf = (): number => {
  const given = Number(process.env['TEST_SEED'] || NaN);
  return Number.isInteger(given) ? given : Date.now() | 0;
};

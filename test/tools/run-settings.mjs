/** Tells test pages how often generated tests run, and from which seed: `import { isLong, seed } from '…/tools/run-settings.js'`. */
export const runSettings = () => {
  const given = Number(process.env.TEST_SEED || NaN);
  const seed = Number.isInteger(given) ? given : Date.now() | 0;
  return {
    name: 'run-settings',
    serve({ path }) {
      if (path !== '/test/tools/run-settings.js') return undefined;
      return {
        body: `export const isLong = ${Boolean(process.env.TEST_LONG)};\nexport const seed = ${seed};`,
        type: 'js',
      };
    },
  };
};

/**
 * Finds modules that need each other when they run, by a static import or by `import()`. Imports of
 * types alone are gone by then and are not counted.
 */
module.exports = {
  forbidden: [
    {
      name: 'no-import-cycles',
      comment: 'Move what both modules need into a module of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
  },
};

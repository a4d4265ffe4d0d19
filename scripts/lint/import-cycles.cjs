/** Finds modules that import each other, by a static import, by `import()`, or for a type alone. */
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
    tsPreCompilationDeps: true,
  },
};

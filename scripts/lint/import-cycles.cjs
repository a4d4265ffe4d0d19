const comment = 'Move what both modules need into a module of its own.';

/** Finds modules that import each other, by a static import, by `import()`, or for a type alone. */
module.exports = {
  forbidden: [
    {
      name: 'no-import-cycles',
      comment,
      severity: 'error',
      from: { pathNot: '^src/elements/screenshot-attach/' },
      to: { circular: true },
    },
    {
      name: 'no-import-cycles-at-run-time',
      comment,
      severity: 'error',
      from: { path: '^src/elements/screenshot-attach/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};

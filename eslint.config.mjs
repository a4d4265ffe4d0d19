import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { configs, plugin } from 'typescript-eslint';
import { oneWayImports } from './scripts/lint/one-way-imports.mjs';

const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-control-regex': 'off',
  'no-debugger': 'error',
  'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-new-func': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'no-warning-comments': 'error',
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'support/one-way-imports': 'error',
};

const typed = {
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { arguments: false, attributes: false } },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true },
  ],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  // An async function without `await` still turns what it throws into a rejection.
  '@typescript-eslint/require-await': 'off',
  // A method of a class is handed on by its name in Lit's templates, which bind it.
  '@typescript-eslint/unbound-method': 'off',
  'no-throw-literal': 'off',
};

const inTemplates = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/]';

/** What the strict policy of a host page forbids, or what would turn text into markup. */
const safePages = {
  'no-restricted-syntax': [
    'error',
    {
      selector: `${inTemplates} TemplateElement[value.raw=/\\sstyle\\s*=/]`,
      message: 'style-src forbids style attributes: use a class.',
    },
    {
      selector: `${inTemplates} TemplateElement[value.raw=/<(style|script|iframe)\\b/]`,
      message: 'Styles are constructed sheets, and pages get no scripts or frames.',
    },
    {
      selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
      message: 'Every text is text.',
    },
    {
      selector:
        'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
      message: 'Every text is text.',
    },
    {
      selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
      message: 'style-src forbids style attributes.',
    },
    {
      selector: 'NewExpression[callee.name=/^(Shared)?Worker$/]',
      message: 'Trusted Types with lit-html alone forbid workers.',
    },
  ],
  'no-restricted-properties': [
    'error',
    {
      object: 'URL',
      property: 'createObjectURL',
      message: 'img-src has no blob: pictures are drawn on a canvas.',
    },
    { object: 'document', property: 'write' },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: '^lit/directives/(style-map|unsafe-html|unsafe-svg|unsafe-mathml)\\.js$',
          message: 'The strict policy forbids style attributes, and every text is text.',
        },
      ],
    },
  ],
  'no-alert': 'error',
  'no-console': ['error', { allow: ['warn'] }],
};

const elements = {
  ...lit.configs['flat/recommended'].rules,
  'lit/lifecycle-super': 'error',
  'lit/no-legacy-imports': 'error',
  'lit/no-native-attributes': 'error',
  'lit/no-this-assign-in-render': 'error',
  'lit/no-useless-template-literals': 'error',
  'lit/prefer-nothing': 'error',
  'lit/prefer-static-styles': 'error',
  ...wc.configs['flat/best-practice'].rules,
};

const knownTestCalls = [
  { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
  // Its types say that `equal` returns a promise, for the sake of snapshots.
  { from: 'package', package: 'chai', name: 'Equal' },
];

export default [
  {
    ignores: [
      '**/dist/',
      '**/.cache/',
      '**/.data/',
      'coverage/',
      'pictures/',
      'storybook-static/',
      'src/localization/catalogues/',
      'types/',
      'test/frameworks/*/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    plugins: {
      '@typescript-eslint': plugin,
      lit,
      wc,
      support: { rules: { 'one-way-imports': oneWayImports } },
    },
  },
  { files: ['**/*.{mjs,js,ts}'], rules: everywhere },
  ...configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    ignores: ['**/*.d.mts'],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: typed,
  },
  { files: ['src/**/*.ts'], rules: { ...safePages, ...elements } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: knownTestCalls },
      ],
      // `expect(list).to.be.empty` is an assertion.
      '@typescript-eslint/no-unused-expressions': 'off',
      // What is wrong about an answer's JSON is for the test to find.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-properties': [
        'error',
        ...['it', 'describe', 'test'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({
            object,
            property,
            message: 'Every test runs, always.',
          })),
        ),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@open-wc/testing',
              importNames: ['waitUntil'],
              message: 'A second is short on a busy computer: test/tools/wait-until.ts',
            },
          ],
        },
      ],
    },
  },
  { files: ['test/tools/wait-until.ts'], rules: { 'no-restricted-imports': 'off' } },
];

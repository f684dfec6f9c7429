import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbidInCore = [
  { name: 'console', message: 'core is silent: return a Result.' },
  { name: 'performance', message: 'core has no clock: take the time as an argument.' },
];

/** What every engine computes to the last bit: IEEE 754 and integers. The rest of Math it may round as it likes. */
const exactInMath =
  '/^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT1_2|SQRT2)$/';
const sameBits =
  'The same seed gives the same bits in every engine, but engines round this differently: use @stdlib/math-base-special-* instead.';
const forbidWhereSeeded = [
  { selector: `MemberExpression[object.name='Math'][property.name!=${exactInMath}]`, message: sameBits },
  { selector: `VariableDeclarator[init.name='Math'] Property[key.name!=${exactInMath}]`, message: sameBits },
  { selector: "BinaryExpression[operator='**']", message: sameBits },
  { selector: "AssignmentExpression[operator='**=']", message: sameBits },
];

export default tseslint.config(
  { ignores: ['dist', '**/node_modules', 'playwright-report', 'test-results', 'public'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.core.json', 'tsconfig.worker.json', 'tsconfig.app.json', 'tsconfig.node.json'],
      },
    },
    rules: {
      // `noUncheckedIndexedAccess` is on; in numeric loops the bound proves the index, and `!` is the honest way to say so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.long.ts'],
    rules: {
      'no-restricted-globals': ['error', ...forbidInCore],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'core is deterministic: use random.ts with a seed.' },
        { object: 'Date', property: 'now', message: 'core has no clock: take the time as an argument.' },
      ],
    },
  },
  {
    files: [
      'src/core/{radio,mobility,traffic,prediction,simulation,reproduce}/**/*.ts',
      'src/core/{random,normal}.ts',
    ],
    ignores: ['**/*.test.ts', '**/*.long.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbidWhereSeeded] },
  },
  { files: ['src/**/*.tsx', 'src/ui/**/*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
);

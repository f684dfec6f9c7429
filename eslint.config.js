import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbidInCore = [
  { name: 'console', message: 'core is silent: return a Result.' },
  { name: 'performance', message: 'core has no clock: take the time as an argument.' },
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
  { files: ['src/**/*.tsx', 'src/ui/**/*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
);

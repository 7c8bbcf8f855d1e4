import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const environmentMessage = 'Settings come from cms/env.ts, the only reader of the environment.'

export default defineConfig(
  globalIgnores([
    'node_modules',
    'var',
    'media',
    'migrations',
    'cms/.next',
    'cms/.next-*',
    'cms/next-env.d.ts',
    'cms/app/(payload)',
    'site/dist',
    'site/.dist-*',
    'site/.astro',
    'tests/.output',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Hooks, endpoints and the built site promise asynchrony by their type; not each has something to wait for.
      '@typescript-eslint/require-await': 'off',
      // Functions and object literals only: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Numbers read well in templates; objects and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true, allowNever: true },
      ],
    },
  },
  {
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentMessage },
      ],
      // Control characters are exactly what addresses and texts are searched for.
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Request', 'Response', 'Buffer', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    // Tests read JSON answers and Payload documents as they come: the assertions are the check.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      ...Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
          `@typescript-eslint/no-unsafe-${use}`,
          'off',
        ]),
      ),
    },
  },
  {
    // The one reader; configuration files of tools and test processes hand the environment on to children.
    files: ['cms/env.ts', 'cms/next.config.*', 'tests/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    // The TypeScript compiler knows which names exist (`astro check`); this rule does not.
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
)

import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What each room opens of the house beside its own folder, the nearest to the ground first; as patterns. */
const CONTRACT = ['contract/']
const PLATFORM = [...CONTRACT, 'platform/', 'payload-types\\.ts$']
const CONTENT = [
  ...PLATFORM,
  'content/(body|changes|discussion|kinds|locales|moved|pages|policy|service|store|subject-store|watch)\\.ts$',
]
/** What the parts of the panel share. */
const PANEL = ['(ask|languages|use-act)\\.ts$', 'staff-view\\.tsx$']
const ROOMS = {
  contract: [],
  platform: [...CONTRACT, 'migrations/', 'payload-types\\.ts$'],
  content: PLATFORM,
  spam: [...CONTENT, 'content/locales\\.ts$', 'webhooks/(address|request|secret)\\.ts$'],
  comments: [...CONTENT, 'spam/(check|judge|reasons|service|store)\\.ts$'],
  events: [...CONTENT, 'content/view\\.ts$'],
  feeds: [...CONTENT, 'content/(references|view)\\.ts$', 'comments/(html|subject)\\.ts$'],
  preview: CONTENT,
  search: [...CONTENT, 'content/view\\.ts$'],
  webhooks: [...CONTENT, 'content/view\\.ts$', 'comments/moderation\\.ts$'],
  mail: PLATFORM,
  staff: [...PLATFORM, 'desk/audit\\.ts$', 'mail/(render|service)\\.ts$'],
  'moderation-mail': [
    ...CONTENT,
    'comments/(locks|moves|policy|waiting)\\.ts$',
    'mail/(about|letter|render|service)\\.ts$',
  ],
  notices: [
    ...CONTENT,
    'content/locales\\.ts$',
    'comments/trust\\.ts$',
    'mail/(about|html|render|service)\\.ts$',
  ],
  privacy: [
    ...CONTENT,
    'comments/(drops|locks|moderation|store|subject|trust)\\.ts$',
    'notices/decision\\.ts$',
    'mail/(about|letter|render|seal|service)\\.ts$',
    'desk/audit\\.ts$',
    'spam/learning\\.ts$',
    'retention/(run|view)\\.ts$',
  ],
  reports: [...CONTENT, 'comments/(form-page|service|ways)\\.ts$'],
  desk: [...CONTENT, 'comments/', 'reports/'],
  retention: [
    ...PLATFORM,
    'comments/(bulk-store|drops|locks)\\.ts$',
    'mail/service\\.ts$',
    'spam/(rules|store)\\.ts$',
  ],
  keys: PLATFORM,
  metrics: [...PLATFORM, 'webhooks/retry\\.ts$', '\\.\\./package\\.json$'],
  threats: [
    ...PLATFORM,
    'comments/(bulk|bulk-store|locks|policy|store)\\.ts$',
    'desk/audit\\.ts$',
    'mail/(about|html|render|service)\\.ts$',
  ],
  docs: PLATFORM,
  dashboard: [...PLATFORM, 'comments/policy\\.ts$'],
  client: [],
  admin: CONTRACT,
  // A folder within a room: what is above it is the room, and two steps up the house.
  'platform/staff-words': ['\\.\\./contract/'],
  'admin/moves': PANEL,
  'admin/threats': PANEL,
  'admin/privacy': [
    ...PANEL,
    '\\.\\./contract/',
    '\\.\\./platform/access\\.ts$',
    '\\.\\./retention/service\\.ts$',
  ],
  'admin/sign-in': [...PANEL, 'graphics\\.tsx$'],
  'admin/desk': [
    ...PANEL,
    'age\\.ts$',
    'moves/moves\\.ts$',
    'threats/form\\.tsx$',
    '\\.\\./contract/',
    '\\.\\./desk/shapes\\.ts$',
  ],
  'spam/checks': [
    '(check|contacts|lookalikes|model|money|phrases|remembered|wordlists)\\.ts$',
    'words/',
    '\\.\\./(contract|platform)/',
  ],
  'spam/outside': ['(check|judge)\\.ts$', '\\.\\./platform/', '\\.\\./webhooks/(request|secret)\\.ts$'],
}

const importOrder = Object.entries(ROOMS).map(([room, opens]) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\./(?!${opens.join('|') || '$'})`,
            message: `The room “${room}” does not open this one; see the import order in eslint.config.mjs.`,
          },
          ...(room === 'contract'
            ? [
                {
                  regex: '^(?!\\./|zod$)',
                  message: 'The contract imports zod and itself, so that anyone can.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}))

/** The two packages that stand outside: what they know of Ovoz is what anybody can know. */
const outsiders = {
  files: ['site/**', 'widget/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(\\.\\./)+(src|collections|globals|tests)/|^(payload|@payloadcms|mongodb|libsql)',
            message: 'The site and the element know Ovoz by its public API alone: ovoz/client.',
          },
        ],
      },
    ],
  },
}

const environment = {
  object: 'process',
  property: 'env',
  message: 'Settings are read in src/platform/settings.ts.',
}

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/.next/',
    '**/dist/',
    'data/',
    'tests/fixtures/',
    'src/client/types.ts',
    'src/payload-types.ts',
    'src/migrations/',
    'src/app/(payload)/admin/importMap.js',
    'next-env.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    rules: {
      'array-callback-return': 'error',
      eqeqeq: 'error',
      'no-async-promise-executor': 'error',
      'no-caller': 'error',
      'no-case-declarations': 'error',
      'no-compare-neg-zero': 'error',
      'no-cond-assign': 'error',
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-empty-character-class': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-implied-eval': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-new-func': 'error',
      'no-promise-executor-return': 'off',
      'no-prototype-builtins': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'prefer-const': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
    },
  },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // What is taken out of an object in order to leave it out, and what a signature names before what it uses.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-restricted-properties': ['error', environment],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name; only Next and tools ask for a default.',
        },
      ],
    },
  },
  {
    // Next and the tools load these by their default export.
    files: ['src/app/**', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // An example shows what it does.
    files: ['examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Answers are read there as they come.
    files: ['tests/**', 'bench/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // What runs beside the product may look around it.
    files: ['src/platform/settings.ts', 'scripts/**', 'tests/**', 'bench/**', '**/*.config.*'],
    rules: { 'no-restricted-properties': 'off' },
  },
  ...importOrder,
  outsiders,
)

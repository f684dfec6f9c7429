import { defineConfig } from 'vitest/config';

/**
 * Core and views keep nothing between calls, so their files share a process and its loaded modules: half the time. The others
 * put stand-ins into globals, or start workers and servers, and get a process each.
 */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['src/core/**/*.test.ts', 'src/ui/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [
            'src/{profiling,protocol,services,state}/**/*.test.ts',
            'cli/**/*.test.ts',
            'edge/**/*.test.ts',
            'bench/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
        },
      },
    ],
  },
});

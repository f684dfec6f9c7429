import { defineConfig } from 'vitest/config';

/** `npm run test:long`: slow, deep checks that are too long for every change. */
export default defineConfig({
  test: { environment: 'node', include: ['{src,cli,edge}/**/*.long.ts'], testTimeout: 3_600_000 },
});

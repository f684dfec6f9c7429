import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { smallRequest } from '../../e2e/pages/profiling';
import { startPreview } from '../../tools/previewServer';
import { backWithin, profileCycles } from '../../tools/profileCycles';

it('a hundred profiles after a first one give all their memory back and leave no worker', async () => {
  expect(spawnSync('npx', ['--no-install', 'vite', 'build'], { stdio: 'inherit' }).status).toBe(0);
  const server = await startPreview(4275);
  try {
    const left = await profileCycles(server.address, smallRequest('wasm', 2), 100);
    expect(left).toMatchObject({ failed: 0, workers: 0 });
    // Elsewhere than on Linux the workers alone say it: the memory of one that has ended is gone with it.
    expect(left.endBytes ?? 0).toBeLessThanOrEqual(backWithin * (left.startBytes ?? 1));
  } finally {
    server.stop();
  }
});

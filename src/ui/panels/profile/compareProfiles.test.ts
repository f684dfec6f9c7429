import { describe, expect, test } from 'vitest';
import type { BlockSample, Profile } from '../../../core/profile/types';
import { compareProfiles } from './compareProfiles';

const profile = (blocks: readonly BlockSample[], modelKey = 'k'): Profile => ({
  id: 'p',
  deviceId: 'measured',
  deviceName: 'This device',
  modelKey,
  modelName: 'M',
  blocks,
  source: { kind: 'assumed', speed: 1 },
});
const block = (seconds: number, intervalS: readonly [number, number] | null = null): BlockSample => ({
  time: { seconds },
  intervalS,
});

describe('two measurements compared', () => {
  test('say for every block by how much the second is slower, and whether the intervals lie apart', () => {
    const comparison = compareProfiles(
      profile([block(1, [0.9, 1.1]), block(2, [1.8, 2.2]), block(3)]),
      profile([block(1.5, [1.4, 1.6]), block(2.1, [2.2, 2.4]), block(2)]),
    );
    expect(comparison?.blocks.map(({ differenceS }) => differenceS)).toEqual([0.5, expect.closeTo(0.1), -1]);
    expect(comparison?.blocks.map(({ overlap }) => overlap)).toEqual([false, true, null]);
    expect(comparison).toMatchObject({ firstS: 6, secondS: 5.6, known: 2, apart: 1 });
  });

  test('do not pretend to know about a block that is below the clock', () => {
    const below: BlockSample = { time: { belowS: 1e-4 }, intervalS: [0, 1e-4] };
    const comparison = compareProfiles(profile([below]), profile([block(1, [0.9, 1.1])]));
    expect(comparison).toMatchObject({ known: 0, apart: 0 });
  });

  test('of two models are not compared', () => {
    expect(compareProfiles(profile([block(1)]), profile([block(1)], 'other'))).toBeNull();
    expect(compareProfiles(profile([block(1)]), profile([block(1), block(2)]))).toBeNull();
  });
});

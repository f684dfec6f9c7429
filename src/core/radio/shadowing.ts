/** What obstacles do to the SNR. */
import exp from '@stdlib/math-base-special-exp';
import { createNormal } from '../normal';
import { createRandom } from '../random';
import { streamSeed } from '../traffic/streamSeed';
import type { Shadowing } from './types';

/** Beyond the streams of the background traffic. */
const firstStream = 0x20000;

export interface ShadowingProcess {
  /** [cell] to be added to the SNR of each cell now [dB]. */
  readonly gainDb: Float64Array;
  /** The UE has gone so far on its way [m, >= 0]. */
  move(distanceM: number): void;
}

/**
 * Log-normal shadowing (Gudmundson 1991): a process for each cell, independent of the others, normal with mean 0 and the given
 * standard deviation in dB, whose correlation falls with the distance driven as exp(-d / decorrelation). It follows the way, not the
 * place: where the UE comes by twice it is shadowed anew. One cell more changes nothing of the others.
 *
 * @param shadowing - null: none, all 0
 */
export function createShadowing(
  shadowing: Shadowing | null,
  cellCount: number,
  seed: number,
): ShadowingProcess {
  const gainDb = new Float64Array(cellCount);
  if (shadowing === null || shadowing.sdDb === 0) return { gainDb, move: () => undefined };
  const { sdDb, decorrelationM } = shadowing;
  const normals = Array.from(gainDb, (_, cell) =>
    createNormal(createRandom(streamSeed(seed, firstStream + cell))),
  );
  for (const [cell, normal] of normals.entries()) gainDb[cell] = sdDb * normal();
  return {
    gainDb,
    move: (distanceM) => {
      if (distanceM === 0) return;
      const kept = exp(-distanceM / decorrelationM);
      const added = sdDb * Math.sqrt(1 - kept * kept);
      for (let cell = 0; cell < cellCount; cell += 1) {
        gainDb[cell] = kept * gainDb[cell]! + added * normals[cell]!();
      }
    },
  };
}

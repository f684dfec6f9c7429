import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presets } from '../scenario/presets/presets';
import { columnM, rowM, tidyPositions, type Drawing } from './tidyPositions';
import type { NetworkLink, NetworkNode, NodeId } from './types';

function drawing(
  kinds: readonly NetworkNode['kind'][],
  pairs: readonly (readonly [number, number])[],
): Drawing {
  return {
    nodes: kinds.map((kind, index): NetworkNode => ({
      id: `n${index}` as NodeId,
      kind,
      name: `n${index}`,
      xM: 0,
      yM: 0,
      device: null,
      memoryMB: null,
      trusted: true,
      power: null,
    })),
    links: pairs.map(
      ([a, b], index) => ({ id: `l${index}`, a: `n${a}`, b: `n${b}` }) as unknown as NetworkLink,
    ),
    sourceId: 'n0' as NodeId,
    sinkId: `n${kinds.length - 1}` as NodeId,
  };
}

const at = (positions: ReturnType<typeof tidyPositions>, index: number) =>
  positions.get(`n${index}` as NodeId);

test('a chain is drawn in a straight line towards the sink', () => {
  const positions = tidyPositions(
    drawing(
      ['ue', 'gnb', 'core', 'cloud'],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ),
  );
  expect([0, 1, 2, 3].map((index) => at(positions, index))).toEqual(
    [0, 1, 2, 3].map((column) => ({ xM: column * columnM, yM: 0 })),
  );
});

test('what hangs off the route stands beside it, and other UEs beside the source', () => {
  const positions = tidyPositions(
    drawing(
      ['ue', 'gnb', 'mec', 'ue', 'cloud'],
      [
        [0, 1],
        [1, 2],
        [1, 3],
        [1, 4],
      ],
    ),
  );
  expect(at(positions, 4)).toEqual({ xM: 2 * columnM, yM: 0 });
  expect(at(positions, 2)).toMatchObject({ xM: 2 * columnM });
  expect(at(positions, 3)).toEqual({ xM: 0, yM: rowM });
});

test('what cannot be reached stands below everything else', () => {
  const positions = tidyPositions(drawing(['ue', 'mec', 'mec', 'cloud'], [[0, 3]]));
  expect(at(positions, 0)).toEqual({ xM: 0, yM: 0 });
  expect(at(positions, 1)!.yM).toBeGreaterThan(0);
  expect(at(positions, 2)!.yM).toBeGreaterThan(0);
});

test('no two nodes overlap, every node has a place, and the same drawing gives the same places', () => {
  const network = fc
    .tuple(fc.integer({ min: 2, max: 40 }), fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 80 }))
    .map(([count, pairs]) =>
      drawing(
        Array.from({ length: count }, (_, index) => (['ue', 'gnb', 'mec', 'cloud'] as const)[index % 4]!),
        pairs.map(([a, b]) => [a % count, b % count] as const).filter(([a, b]) => a !== b),
      ),
    );
  fc.assert(
    fc.property(network, (input) => {
      const positions = tidyPositions(input);
      expect(positions.size).toBe(input.nodes.length);
      const places = new Set([...positions.values()].map(({ xM, yM }) => `${xM} ${yM}`));
      expect(places.size).toBe(input.nodes.length);
      for (const { xM, yM } of positions.values()) {
        expect(Math.abs(xM % columnM) + Math.abs(yM % rowM)).toBe(0);
      }
      expect(tidyPositions(input)).toEqual(positions);
    }),
    { seed: 11, numRuns: 200 },
  );
});

test('every preset can be tidied with its way to the sink on one line', () => {
  for (const { scenario } of presets) {
    const positions = tidyPositions(scenario);
    expect(positions.get(scenario.sinkId)!.yM).toBe(0);
    expect(positions.get(scenario.sourceId)).toEqual({ xM: 0, yM: 0 });
  }
});

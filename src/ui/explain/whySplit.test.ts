import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../core/model/workloadChain';
import { changeCapacity, changeNode, changeOwnSplit, changeWorkload } from '../../core/scenario/edits';
import { openingScenario, presets } from '../../core/scenario/presets/presets';
import type { Scenario } from '../../core/scenario/types';
import { solveScenario } from '../../core/solvers/solveScenario';
import type { Plan } from '../../core/solvers/types';
import { formatBytes, formatSeconds } from '../format';
import { whySplit } from './whySplit';

const why = (scenario: Scenario) => whySplit(scenario, solveScenario(scenario));
const cutsOf = (plan: Plan) =>
  plan.legs.flatMap((leg) => (leg.kind === 'compute' ? [leg.to] : [])).slice(0, -1);

/** Blocks of equal work with these bytes after them. */
function chain(bytesOut: readonly number[], seconds = 0.1): Scenario {
  return changeWorkload(openingScenario, {
    kind: 'custom',
    name: 'Chain',
    inputBytes: 5e6,
    blocks: bytesOut.map((bytes, i) => ({
      name: `b${i}`,
      load: { unit: 'seconds', value: seconds } as const,
      bytesOut: bytes,
      weightBytes: 0,
    })),
  });
}

describe('why the cuts are where they are', () => {
  test('a sentence for every cut, at its boundary, in the opening preset', () => {
    const { best } = solveScenario(openingScenario);
    const sentences = why(openingScenario);
    expect(sentences).toHaveLength(best!.cuts);
    cutsOf(best!).forEach((boundary, i) => {
      expect(sentences[i]).toMatch(
        new RegExp(
          `^Best cut after block ${boundary} \\([\\d.]+ kB\\): one block earlier .+; one later .+\\.$`,
        ),
      );
    });
  });

  test('the net cost stated is that of the split with this cut moved', () => {
    const { best } = solveScenario(openingScenario);
    const boundaries = [...cutsOf(best!), workloadChain(openingScenario.workload).blocks.length];
    let checked = 0;
    why(openingScenario).forEach((sentence, cut) => {
      for (const [word, step] of [
        ['earlier', -1],
        ['later', 1],
      ] as const) {
        const moved = boundaries.map((value, p) => (p === cut ? value + step : value));
        const { own } = solveScenario(
          changeOwnSplit(openingScenario, { nodes: best!.computeNodes, boundaries: moved }),
        );
        if (own?.kind !== 'plan') throw new Error('the neighbour works');
        const stated = new RegExp(`${word} ships [^;]*\\(\\+([^)]+)\\)`).exec(sentence)?.[1];
        if (stated === undefined) continue;
        expect(stated).toBe(formatSeconds(own.plan.totalS - best!.totalS));
        checked += 1;
      }
    });
    expect(checked).toBeGreaterThan(0);
  });

  test('bytes dominate: the neighbour that ships more says how much', () => {
    const scenario = chain([5e6, 1e5, 5e6, 5e6]);
    const [sentence] = why(scenario);
    expect(sentence).toContain(
      `Best cut after block 2 (${formatBytes(1e5)}): one block earlier ships ${formatBytes(5e6)} (+`,
    );
    expect(sentence).toMatch(/one later ships 5 MB \(\+[\d.,]+ m?s\)\.$/);
  });

  test('computing dominates: the node that would take longer is named, with what it saves', () => {
    const [sentence] = why(chain([1e5, 9e4, 8e4, 7e4], 0.5));
    expect(sentence).toMatch(
      /one later costs [\d.,]+ m?s more computing on Phone to save [\d.,]+ (µs|ms) of sending\.$/,
    );
  });

  test('a neighbour that does not fit into memory is not costed but explained', () => {
    const blocks = [1e5, 5e6, 5e6].map((bytesOut, i) => ({
      name: `b${i}`,
      load: { unit: 'seconds', value: 0.5 } as const,
      bytesOut,
      weightBytes: 1e6,
    }));
    const scenario = changeNode(
      changeWorkload(openingScenario, { kind: 'custom', name: 'Heavy', inputBytes: 5e6, blocks }),
      openingScenario.sourceId,
      { memoryMB: 1.5 },
    );
    const [sentence] = why(scenario);
    expect(sentence).toContain('one later does not work (The model needs');
  });

  test('says nothing where nothing is cut, and nothing where nothing works', () => {
    const stuck = changeCapacity(openingScenario, openingScenario.links[0]!.id, 0, 'both');
    expect(solveScenario(stuck).best!.cuts).toBe(0);
    expect(why(stuck)).toEqual([]);
    expect(why(changeNode(stuck, stuck.sourceId, { memoryMB: 0.5 }))).toEqual([]);
  });

  test.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'no neighbour of the proved best in "%s" is said to be faster',
    (_, scenario) => {
      for (const sentence of why(scenario)) {
        expect(sentence).not.toMatch(/would save|undefined|NaN|Infinity|removed|!/);
      }
    },
  );
});

import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../core/model/workloadChain';
import { changeCapacity, changeNode, changeWorkload } from '../../core/scenario/edits';
import { openingScenario } from '../../core/scenario/presets/presets';
import type { Architecture, CatalogueWorkload, CustomBlock, Scenario } from '../../core/scenario/types';
import { solveScenario } from '../../core/solvers/solveScenario';
import {
  isSettled,
  isSlower,
  resultPhrase,
  splitTrials,
  triedPhrase,
  tryTrial,
  type TrialResult,
} from './splitTrials';
import { whyNotSplit } from './whyNotSplit';

const access = openingScenario.links[0]!.id;

function scenarioOf(
  architecture: Architecture,
  mbps: number,
  patch: Partial<CatalogueWorkload> = {},
): Scenario {
  const workload: CatalogueWorkload = {
    kind: 'catalogue',
    architecture,
    inputPx: 224,
    width: 1,
    shipped: 'fp32',
    rawInput: 'uint8',
    ...patch,
  };
  return changeCapacity(changeWorkload(openingScenario, workload), access, mbps, 'both');
}

const customBlock = (seconds: number, bytesOut: number): CustomBlock => ({
  name: 'block',
  load: { unit: 'seconds', value: seconds },
  bytesOut,
  weightBytes: 0,
});
const custom = (blocks: readonly CustomBlock[], inputBytes = 1000): Scenario =>
  changeWorkload(openingScenario, { kind: 'custom', name: 'Chain', inputBytes, blocks });

const why = (scenario: Scenario): string | null => {
  const text = whyNotSplit(scenario, solveScenario(scenario));
  return text === null ? null : `${text.lead} ${text.details}`.trim();
};

describe('why a model is not split', () => {
  test('says nothing while it is', () => {
    expect(solveScenario(openingScenario).best!.cuts).toBeGreaterThan(0);
    expect(why(openingScenario)).toBeNull();
  });

  test('ResNet-18: the features are bigger than the picture until most of the work is done', () => {
    const scenario = scenarioOf('resnet-18', 280);
    const text = why(scenario)!;
    expect(text).toMatch(/^No cut pays: .* Sending the input \(151 kB\) to Cloud takes [\d.]+ ms\./);
    const [, share, block] =
      /not smaller than the input until ([\d.]+) % of the work is done, after block (\d+)\./.exec(text)!;
    const { blocks, boundaryBytes } = workloadChain(scenario.workload);
    const firstSmaller = boundaryBytes.findIndex((bytes, i) => i > 0 && bytes < boundaryBytes[0]!);
    expect(Number(block)).toBe(firstSmaller);
    const work = (list: typeof blocks) => list.reduce((sum, { macs }) => sum + macs, 0);
    expect(Number(share)).toBeCloseTo((100 * work(blocks.slice(0, firstSmaller))) / work(blocks), 1);
  });

  test('the price of the best cut is real: costing that cut gives the stated loss', () => {
    const scenario = scenarioOf('resnet-18', 50);
    const text = why(scenario)!;
    const [, block, saved, longer] =
      /^No cut pays: the one that loses least, after block (\d+), saves ([\d.]+) ms of sending, but the blocks before it take ([\d.]+) ms longer/.exec(
        text,
      )!;
    const solution = solveScenario(scenario);
    const count = workloadChain(scenario.workload).blocks.length;
    const cloud = solution.best!.computeNodes[0]!;
    const cut = solveScenario({
      ...scenario,
      ownSplit: { nodes: [scenario.sourceId, cloud], boundaries: [Number(block), count] },
    }).own;
    if (cut?.kind !== 'plan') throw new Error('the cut works');
    const lossMs = (cut.plan.totalS - solution.best!.totalS) * 1e3;
    // Two figures of three digits each.
    expect(Math.abs(Number(longer) - Number(saved) - lossMs)).toBeLessThan(1);
  });

  test('staying on the phone: sending even the best boundary costs more than it saves', () => {
    const text = why(scenarioOf('resnet-18', 5))!;
    const [, cost, saved] =
      /^Leaving Phone does not pay: .* needs ([\d.]+) ms to ship [\d.]+ kB to .* saves only ([\d.]+) ms of computing\.$/.exec(
        text,
      )!;
    expect(Number(cost)).toBeGreaterThan(Number(saved));
  });

  test('a phone that is cut off is not called the only one that computes: the link to open is named', () => {
    const scenario = scenarioOf('resnet-18', 0);
    expect(why(scenario)).toBe(
      'Phone cannot reach MEC host and Cloud, so there is nothing to split with: the link Phone – gNB is down. Give it a capacity.',
    );
    const found = splitTrials(scenario, solveScenario(scenario));
    expect(found.filter(({ group }) => group === 'open-link').map(({ label }) => label)).toContain(
      'Give Phone – gNB 50 Mbit/s',
    );
    expect(triedPhrase(scenario, solveScenario(scenario))).toBe(
      'precision, picture size, capacity of the links that are down or UE',
    );
  });

  test('a phone on its own, and a model of one block, are explained as what they are', () => {
    const alone = openingScenario.nodes.reduce(
      (scenario, { id }) =>
        id === scenario.sourceId ? scenario : changeNode(scenario, id, { trusted: false }),
      scenarioOf('resnet-18', 50),
    );
    expect(why(alone)).toContain('only node that can compute');
    expect(why(custom([customBlock(0.01, 10)]))).toBe('A model of one block cannot be split.');
  });

  test('the block where the features get smaller and the block to cut at are told apart', () => {
    const text = why(scenarioOf('alexnet', 50)) ?? '';
    const first = /smaller than the input (?:after block|until .* after block) (\d+)/.exec(text)?.[1];
    const least = /loses least, after block (\d+)/.exec(text)?.[1];
    expect([first, least]).not.toContain(undefined);
    if (first !== least) expect(text).toMatch(/A cut there .* which loses more than after block/);
    else expect(text).not.toContain('A cut there');
  });

  test('features that never get smaller than the input are said to be so', () => {
    const scenario = custom([customBlock(5, 5000), customBlock(5, 4000), customBlock(5, 3000)]);
    expect(why(scenario)).toContain('never smaller than the input: the smallest, after block 2, are 4 kB');
  });

  test('blocks without any work divide nothing by zero', () => {
    expect(why(custom([customBlock(0, 10), customBlock(0, 10)]))).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('what would split it', () => {
  const results = (scenario: Scenario): TrialResult[] => {
    const found: TrialResult[] = [];
    for (const trial of splitTrials(scenario, solveScenario(scenario))) {
      const result = isSettled(trial, found) ? null : tryTrial(trial, scenario, solveScenario);
      if (result !== null) found.push(result);
    }
    return found;
  };

  test('every change offered really makes a split best, with the total it states', () => {
    for (const scenario of [
      scenarioOf('alexnet', 50),
      scenarioOf('mobilenet-v2', 5),
      scenarioOf('resnet-18', 50),
    ]) {
      const found = results(scenario);
      expect(found.length).toBeGreaterThan(0);
      for (const { trial, totalS, cuts } of found) {
        const best = solveScenario(trial.apply(scenario)).best!;
        expect(best.cuts).toBe(cuts);
        expect(cuts).toBeGreaterThan(0);
        expect(best.totalS).toBe(totalS);
      }
    }
  });

  test('the smallest change of a kind is offered, once', () => {
    const scenario = scenarioOf('alexnet', 50);
    const found = results(scenario);
    expect(new Set(found.map(({ trial }) => trial.group)).size).toBe(found.length);
    expect(found.map(({ trial }) => trial.label)).toContain('Ship the features as fp16');
    expect(found.map(({ trial }) => trial.label)).not.toContain('Ship the features as int8');
  });

  test('ResNet-18 needs int8 features and an fp32 input at once: neither alone is enough', () => {
    const found = results(scenarioOf('resnet-18', 50)).map(({ trial }) => trial.group);
    expect(found).toContain('both');
    expect(found).not.toContain('features');
    expect(found).not.toContain('input');
  });

  test('a custom chain is not offered precisions or pictures', () => {
    const scenario = custom([customBlock(0.01, 5000), customBlock(0.01, 4000)]);
    const groups = splitTrials(scenario, solveScenario(scenario)).map(({ group }) => group);
    expect(new Set(groups)).toEqual(new Set(['faster-link', 'slower-link', 'phone']));
    expect(triedPhrase(scenario, solveScenario(scenario))).toBe('access link or UE');
  });

  test('a change that splits but costs time says so, and is told from an improvement', () => {
    const trial = splitTrials(openingScenario, solveScenario(openingScenario))[0]!;
    expect([0.05, 0.035, 0.02].map((totalS) => isSlower({ trial, totalS, cuts: 1 }, 0.035))).toEqual([
      true,
      false,
      false,
    ]);
    expect(resultPhrase({ trial, totalS: 0.05, cuts: 1 }, 0.035)).toBe(
      '50 ms split in one place, 15 ms slower than now',
    );
    expect(resultPhrase({ trial, totalS: 0.02, cuts: 2 }, 0.035)).toBe(
      '20 ms split in two places, 15 ms faster than now',
    );
  });
});

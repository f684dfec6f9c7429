import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workloadChain } from '../model/workloadChain';
import { profileFor } from '../profile/profileFor';
import { fiveNodes } from '../scenario/presets/fiveNodes';
import { openingScenario } from '../scenario/presets/opening';
import { deliveries, type CatalogueWorkload, type Scenario } from '../scenario/types';
import { solveScenario } from '../solvers/solveScenario';
import type { Plan } from '../solvers/types';
import {
  atBandwidth,
  cutsOf,
  executionPlan,
  hopsBack,
  hopsS,
  partsOf,
  shapedTransfersOf,
  singleCuts,
  transfersOf,
} from './executionPlan';
import { blocksOf, predictRun } from './predictRun';
import { trafficOf } from './traffic';
import { freeCopies, type CopyCosts } from './types';

const small: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const blockCount = workloadChain(small).blocks.length;

const scenarios = fc
  .record({
    base: fc.constantFrom(openingScenario, fiveNodes.scenario),
    delivery: fc.constantFrom(...deliveries),
    mbps: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 24, maxLength: 24 }),
    delayMs: fc.integer({ min: 0, max: 5 }),
    shipped: fc.constantFrom('fp32' as const, 'fp16' as const, 'int8' as const),
  })
  .map(({ base, delivery, mbps, delayMs, shipped }): Scenario => ({
    ...base,
    workload: { ...small, shipped },
    delivery,
    links: base.links.map((link, k) => ({
      ...link,
      aToBMbps: mbps[k % mbps.length]!,
      bToAMbps: mbps[(k + 7) % mbps.length]!,
      propagationMs: delayMs,
    })),
  }));

const plansOf = (scenario: Scenario): readonly Plan[] =>
  solveScenario(scenario).strategies.flatMap(({ outcome }) =>
    outcome.kind === 'plan' ? [outcome.plan] : [],
  );

/** Parts that read and make what crosses their boundaries. */
const endsOf = (scenario: Scenario, plan: Plan) => {
  const { boundaryTensors } = workloadChain(scenario.workload);
  return partsOf(executionPlan(scenario, plan)).map(({ from, to }) => ({
    inputs: boundaryTensors[from]!,
    outputs: boundaryTensors[to]!,
  }));
};

const forEveryPlan = (check: (scenario: Scenario, plan: Plan) => void): void => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      for (const plan of plansOf(scenario)) check(scenario, plan);
    }),
    { seed: 4, numRuns: 25 },
  );
};

describe('executionPlan', () => {
  it('covers every block once, in order, and cuts where the plan does', () => {
    forEveryPlan((scenario, plan) => {
      const executed = executionPlan(scenario, plan);
      const parts = partsOf(executed);
      expect(parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k))).toEqual(
        Array.from({ length: blockCount }, (_, k) => k),
      );
      expect(parts.map(({ index }) => index)).toEqual(parts.map((_, k) => k));
      expect(cutsOf(executed)).toHaveLength(plan.cuts);
    });
  });

  it('keeps every crossing of the plan, with its bytes, and exactly its cost', () => {
    forEveryPlan((scenario, plan) => {
      const legs = plan.legs.filter((leg) => leg.kind === 'transfer');
      const transfers = transfersOf(executionPlan(scenario, plan));
      const crossings = transfers.flatMap(({ hops, bytes, boundary }) =>
        hops.map((hop) => ({
          link: hop.link,
          direction: hop.direction,
          from: hop.from,
          to: hop.to,
          bytes,
          boundary,
          seconds: hopsS([hop], bytes),
        })),
      );
      expect(legs).toMatchObject(crossings);
      expect(crossings).toHaveLength(legs.length);
    });
  });

  it('never has two transfers in a row, nor two parts of one node', () => {
    forEveryPlan((scenario, plan) => {
      const { stages } = executionPlan(scenario, plan);
      for (const [k, stage] of stages.slice(1).entries()) {
        const before = stages[k]!;
        expect(stage.kind === 'transfer' && before.kind === 'transfer').toBe(false);
        expect(stage.kind === 'part' && before.kind === 'part' && stage.node === before.node).toBe(false);
      }
    });
  });
});

describe('predictRun', () => {
  it('is the plan’s total when copies are free and parts count at their node’s speed', () => {
    forEveryPlan((scenario, plan) => {
      const executed = executionPlan(scenario, plan);
      const source = scenario.nodes.find(({ id }) => id === scenario.sourceId)!;
      const predicted = predictRun(executed, {
        here: profileFor(scenario, source).profile!,
        costs: freeCopies,
        traffic: trafficOf(scenario.workload as CatalogueWorkload, executed, endsOf(scenario, plan)),
        scaled: true,
      });
      expect(predicted.totalS / plan.totalS).toBeCloseTo(1, 12);
      expect(predicted.transferS / Math.max(plan.transferS, 1e-12)).toBeCloseTo(
        plan.transferS > 0 ? 1 : 0,
        12,
      );
      expect(predicted.handlingS).toBe(0);
    });
  });

  it('charges copies at cuts only, and messages for every part', () => {
    const scenario: Scenario = { ...openingScenario, workload: small };
    const plan = plansOf(scenario).find(({ cuts }) => cuts === 1)!;
    const executed = executionPlan(scenario, plan);
    const source = scenario.nodes.find(({ id }) => id === scenario.sourceId)!;
    const here = profileFor(scenario, source).profile!;
    const traffic = trafficOf(small, executed, endsOf(scenario, plan));
    const costs: CopyCosts = {
      into: { fixedS: 1e-3, perByteS: 1e-9 },
      out: { fixedS: 0, perByteS: 2e-9 },
      message: { fixedS: 1e-4, perByteS: 0 },
      shipping: { fixedS: 1e-5, perByteS: 0 },
      pace: 1.5,
    };
    const predicted = predictRun(executed, { here, costs, traffic, scaled: false });
    const [head, , tail] = predicted.stages;
    const cut = cutsOf(executed)[0]!;
    const bytes = traffic.boundaryBytes[cut]!;
    expect(head).toMatchObject({ kind: 'part', copiesS: 2e-9 * bytes, factor: 1 });
    expect(tail).toMatchObject({ kind: 'part', copiesS: 1e-3 + 1e-9 * bytes });
    expect(predicted.computeS).toBeCloseTo(1.5 * blocksOf(here, 0, blockCount) + 1e-3 + 3e-9 * bytes, 12);
    expect(predicted.handlingS).toBeCloseTo(2e-4 + 1e-5, 12);
  });

  it('takes a server’s own times, and the way back of its answer', () => {
    const scenario: Scenario = { ...openingScenario, workload: small };
    const plan = plansOf(scenario).find(({ cuts }) => cuts === 1)!;
    const executed = executionPlan(scenario, plan);
    const tail = partsOf(executed)[1]!;
    const source = scenario.nodes.find(({ id }) => id === scenario.sourceId)!;
    const traffic = trafficOf(small, executed, endsOf(scenario, plan));
    const predicted = predictRun(executed, {
      here: profileFor(scenario, source).profile!,
      costs: freeCopies,
      traffic,
      scaled: false,
      elsewhere: tail.node,
    });
    const transfer = transfersOf(executed)[0]!;
    const there = hopsS(transfer.hops, transfer.bytes);
    const back = hopsS(hopsBack(transfer.hops), traffic.boundaryBytes[blockCount]!);
    expect(predicted.stages[2]).toMatchObject({ seconds: tail.plannedS });
    expect(predicted.stages[1]!.seconds).toBeCloseTo(there + back, 15);
    expect(back).toBeGreaterThan(0);
  });
});

describe('atBandwidth', () => {
  it('multiplies capacities and leaves delays', () => {
    forEveryPlan((scenario, plan) => {
      const executed = executionPlan(scenario, plan);
      for (const [k, transfer] of transfersOf(atBandwidth(executed, 4, 'all')).entries()) {
        const before = transfersOf(executed)[k]!;
        expect(transfer.hops.map(({ bitsPerSecond }) => bitsPerSecond)).toEqual(
          before.hops.map(({ bitsPerSecond }) => bitsPerSecond * 4),
        );
        expect(transfer.hops.map(({ fixedS }) => fixedS)).toEqual(before.hops.map(({ fixedS }) => fixedS));
      }
      const [first, ...others] = transfersOf(atBandwidth(executed, 2, 'first')).flatMap(({ hops }) => hops);
      const [was, ...were] = transfersOf(executed).flatMap(({ hops }) => hops);
      expect(first?.bitsPerSecond).toBe(was === undefined ? undefined : was.bitsPerSecond * 2);
      for (const [k, hop] of others.entries()) {
        const factor = hop.link === first!.link ? 2 : 1;
        expect(hop.bitsPerSecond).toBe(were[k]!.bitsPerSecond * factor);
      }
    });
  });
});

describe('a way to a real server', () => {
  it('is not shaped, so no factor changes it', () => {
    const scenario: Scenario = { ...openingScenario, workload: small };
    const executed = executionPlan(
      scenario,
      plansOf(scenario).find(({ cuts }) => cuts === 1)!,
    );
    const served = partsOf(executed)[1]!.node;
    expect(shapedTransfersOf(executed, served)).toEqual([]);
    expect(atBandwidth(executed, 4, 'all', served)).toEqual(executed);
    const elsewhere = partsOf(executed)[0]!.node;
    expect(shapedTransfersOf(executed, elsewhere)).toEqual(transfersOf(executed));
    expect(atBandwidth(executed, 4, 'all', elsewhere)).toEqual(atBandwidth(executed, 4, 'all'));
  });
});

describe('singleCuts', () => {
  it('cuts once at every boundary, over the hops between the plan’s ends', () => {
    const scenario: Scenario = { ...openingScenario, workload: small };
    const plan = plansOf(scenario).find(({ cuts }) => cuts === 1)!;
    const executed = executionPlan(scenario, plan);
    const cuts = singleCuts(scenario, executed, (_, from, to) => to - from);
    expect(cuts).toHaveLength(blockCount - 1);
    for (const [k, one] of cuts.entries()) {
      const parts = partsOf(one);
      expect(parts.map(({ from, to, plannedS }) => [from, to, plannedS])).toEqual([
        [0, k + 1, k + 1],
        [k + 1, blockCount, blockCount - k - 1],
      ]);
      expect(transfersOf(one)[0]!.hops).toEqual(transfersOf(executed)[0]!.hops);
      expect(transfersOf(one)[0]!.bytes).toBe(workloadChain(small).boundaryBytes[k + 1]);
    }
  });

  it('is empty for a plan without a cut', () => {
    const scenario: Scenario = { ...openingScenario, workload: small };
    const whole = plansOf(scenario).find(({ cuts }) => cuts === 0)!;
    expect(singleCuts(scenario, executionPlan(scenario, whole), () => 0)).toEqual([]);
  });
});

/** The whole of "Run this split" over ONNX Runtime in Node: everything real but the workers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openingScenario } from '../core/scenario/presets/opening';
import type { CatalogueWorkload, Scenario } from '../core/scenario/types';
import { solveScenario } from '../core/solvers/solveScenario';
import { ok } from '../core/result';
import { shipOverLink } from '../core/split/shapedLink';
import { cutModel } from '../profiling/cutModel';
import type { ModelRunner, ModelSession } from '../profiling/modelRunner';
import { createPartRunner } from '../profiling/partRunner';
import { createNodeModelRunner } from '../profiling/testing/nodeModelRunner';
import type { PartHost, SplitService } from '../services/splitTypes';
import { createAppStore } from './createAppStore';
import type { SplitReport, SplitRunOptions } from './splitRunTypes';
import { createFakeServices, settled } from './testing/fakeServices';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};

const runner = createNodeModelRunner();
const open = new Set<PartHost>();

/** Hosts in this process instead of workers, and links on this process's clock. */
const splitter: SplitService = {
  createWorkerHost: () => {
    let session: ModelSession | null = null;
    const remembering: ModelRunner = {
      ...runner,
      open: async (...given) => (session = await runner.open(...given)),
    };
    const parts = createPartRunner({
      startRunner: () => Promise.resolve({ runner: remembering, threads: 1 }),
      nowMs: () => performance.now(),
    });
    const host: PartHost = {
      load: (_signal, request) => parts.load(request),
      run: (_signal, inputs) => parts.run(inputs),
      close: () => {
        open.delete(host);
        void session?.release();
      },
    };
    open.add(host);
    return host;
  },
  createLink: () => ({
    ship: async (_signal, request) =>
      ok(
        await shipOverLink(request, {
          now: () => performance.now() / 1e3,
          sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1e3)),
        }),
      ),
    close: () => undefined,
  }),
  now: () => performance.now() / 1e3,
};

async function runSplit(scenario: Scenario, options: Partial<SplitRunOptions>): Promise<SplitReport> {
  const fake = createFakeServices();
  const models = {
    ...fake.services.models,
    cut: (_signal: AbortSignal, { source, boundaries }: Parameters<typeof fake.services.models.cut>[1]) =>
      cutModel(source, boundaries),
  };
  const store = createAppStore({ ...fake.services, models, splitter }, scenario);
  await settled();
  await fake.solves[0]!.answer(ok(solveScenario(scenario)));
  if (scenario.ownSplit !== null) store.getState().changeView({ shownPlan: 'own' });
  store.getState().changeSplitOptions({ repetitions: 3, bandwidths: [1], ...options });
  await store.getState().runSplit();
  const { run } = store.getState().splitRun;
  if (run.status !== 'done') throw new Error(JSON.stringify(run));
  return run.report;
}

/** The phone up to the first boundary, the MEC host up to the second, the cloud the rest. */
const own = (...boundaries: readonly [number, number]): Scenario => {
  const [phone, , edge, , cloud] = openingScenario.nodes;
  return {
    ...openingScenario,
    workload,
    ownSplit: { nodes: [phone!.id, edge!.id, cloud!.id], boundaries: [...boundaries, 55] },
  };
};

describe('running a split of a real model', () => {
  let twoCuts: SplitReport;
  beforeAll(async () => {
    twoCuts = await runSplit(own(12, 40), { bandwidths: [1, 4] });
  }, 60_000);

  it('gives the whole model’s result, bit by bit without optimisations', () => {
    expect(twoCuts.checks).toHaveLength(1);
    const [check] = twoCuts.checks;
    expect(check!.cuts).toEqual([12, 40]);
    expect(check!.timed.relative).toBeLessThan(1e-4);
    expect(check!.exact).toEqual({ absolute: 0, relative: 0, same: true });
  });

  it('puts exactly the predicted bytes on every link', () => {
    for (const { plan, sentBytes } of twoCuts.cells) {
      expect(sentBytes).toEqual(
        plan.stages.flatMap((stage) => (stage.kind === 'transfer' ? [stage.bytes] : [])),
      );
    }
  });

  it('has a cell for every bandwidth, with a measured and a predicted time for every stage', () => {
    expect(twoCuts.cells.map(({ key }) => key)).toEqual(['12-40@1', '12-40@4']);
    for (const cell of twoCuts.cells) {
      // Three were asked for; what is not known well enough by then is executed on, up to three times as often.
      expect(cell.runs).toBeGreaterThanOrEqual(3);
      expect(cell.runs).toBeLessThanOrEqual(9);
      expect(cell.stages).toHaveLength(5);
      for (const [k, stage] of cell.plan.stages.entries()) {
        const { seconds } = cell.stages[k]!;
        expect(seconds).toBeGreaterThan(0);
        // A link never delivers early; how late depends on the machine.
        if (stage.kind === 'transfer')
          expect(seconds).toBeGreaterThanOrEqual(cell.predicted.stages[k]!.seconds);
      }
      expect(cell.total.seconds).toBeGreaterThan(0);
    }
    expect(twoCuts.whole!.seconds).toBeGreaterThan(0);
    expect(twoCuts.costs!.into.fixedS).toBeGreaterThan(0);
    expect(twoCuts.costs!.pace).toBe(1);
  });

  it('closes every host', () => {
    expect(open.size).toBe(0);
  });

  it('says how far int8 features move the result', async () => {
    const { checks, cells } = await runSplit(
      { ...own(12, 12), workload: { ...workload, shipped: 'int8' } },
      {},
    );
    const [check] = checks;
    expect(check!.exact).toBeNull();
    expect(check!.timed.relative).toBeGreaterThan(0);
    expect(check!.timed.relative).toBeLessThan(0.5);
    expect(cells[0]!.sentBytes.at(-1)! * 4).toBe(
      (await runSplit(own(12, 12), {})).cells[0]!.sentBytes.at(-1),
    );
  }, 60_000);

  it('runs a plan without a cut whole, and scales it to its node on request', async () => {
    const report = await runSplit(own(55, 55), { speed: 'node' });
    const [cell] = report.cells;
    const [part] = cell!.predicted.stages;
    expect(cell!.plan.stages).toHaveLength(1);
    expect(part).toMatchObject({ kind: 'part', copiesS: 0 });
    expect(cell!.predicted.computeS).toBeCloseTo(
      cell!.plan.stages[0]!.kind === 'part' ? cell!.plan.stages[0]!.plannedS : 0,
      12,
    );
    expect(report.checks[0]!.timed.same).toBe(true);
  }, 60_000);
});

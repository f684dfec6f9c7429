import { describe, expect, it } from 'vitest';
import { ok } from '../core/result';
import { openingScenario } from '../core/scenario/presets/presets';
import type { Outcome } from '../core/solvers/types';
import { measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { markOf } from './measuredHere';
import { provenanceOf } from './provenance';
import { selectAnswer, selectShownPlan, selectShownReason } from './selectors';
import { createFakeServices, solutionOf } from './testing/fakeServices';

const outcomeOf = (totalS: number): Outcome => ({
  kind: 'plan',
  plan: solutionOf(totalS).best!,
  proven: true,
});

describe('shown plan', () => {
  async function setUp(own: Outcome | null) {
    const { services, solves } = createFakeServices();
    const store = createAppStore(services);
    expect(selectAnswer(store.getState())).toBeNull();
    expect(selectShownPlan(store.getState())).toBeNull();
    const infeasible: Outcome = { kind: 'infeasible', reason: { kind: 'no-edge-host' } };
    await solves[0]?.answer(
      ok({
        ...solutionOf(1),
        own,
        strategies: [
          { strategy: 'ue-only', outcome: outcomeOf(5) },
          { strategy: 'edge-only', outcome: infeasible },
        ],
      }),
    );
    return (shownPlan: 'best' | 'own' | 'ue-only' | 'edge-only' | 'pipeline') => {
      store.getState().changeView({ shownPlan });
      return selectShownPlan(store.getState())?.totalS ?? selectShownReason(store.getState())?.kind;
    };
  }

  it('is the one that was chosen', async () => {
    const totalOf = await setUp(outcomeOf(3));
    expect(totalOf('best')).toBe(1);
    expect(totalOf('own')).toBe(3);
    expect(totalOf('ue-only')).toBe(5);
  });

  it('is none, for the reason it has, where the chosen strategy is not possible', async () => {
    const totalOf = await setUp(null);
    expect(totalOf('edge-only')).toBe('no-edge-host');
  });

  it('is none, and for no reason, while the chosen method is not answered', async () => {
    const totalOf = await setUp(null);
    expect(totalOf('pipeline')).toBeUndefined();
  });

  it('is the best one while there is no own split', async () => {
    const totalOf = await setUp(null);
    expect(totalOf('own')).toBe(1);
  });
});

describe('provenance', () => {
  const measured = measuredProfile('p', openingScenario.workload, { threads: 4 });
  const facts = { date: '2026-01-01T00:00:00Z', backend: 'wasm', threads: 4 };
  const modelled = { ...measured, id: 'm', deviceId: 'x', deviceName: 'X' };

  it('of a measurement is here where this browser made it, else elsewhere', () => {
    expect(provenanceOf(measured, [markOf(measured)])).toEqual({ kind: 'measured-here', ...facts });
    expect(provenanceOf(measured, [])).toEqual({ kind: 'measured-elsewhere', ...facts });
  });

  it('of a measurement that comes back with a link is here still, without what sharing leaves out', () => {
    // Another order of the fields, as a document has it that was read.
    const entries = Object.entries({ ...measured, source: { ...measured.source, deviceDetails: null } });
    const shared = Object.fromEntries(entries.reverse()) as unknown as typeof measured;
    expect(provenanceOf(shared, [markOf(measured)]).kind).toBe('measured-here');
  });

  it('of a measurement in which anything was changed is not here, although it has the id', () => {
    const { source } = measured;
    const changed = [
      { ...measured, blocks: measured.blocks.map(() => ({ time: { seconds: 1e-6 }, intervalS: null })) },
      { ...measured, deviceName: 'NVIDIA H100' },
      { ...measured, source: { ...source, threads: 1 } },
    ];
    for (const profile of changed) {
      expect(provenanceOf(profile, [markOf(measured)]).kind).toBe('measured-elsewhere');
    }
  });

  it('of a published total is the publication only for exactly that model', () => {
    const source = {
      kind: 'published',
      citation: 'Paper',
      totalS: 1,
      publishedFor: 'ResNet-18, 224 px',
      memoryMB: null,
    } as const;
    expect(provenanceOf({ ...modelled, source: { ...source, scaled: false } }, [])).toEqual({
      kind: 'published',
      citation: 'Paper',
      totalS: 1,
      publishedFor: 'ResNet-18, 224 px',
    });
    expect(provenanceOf({ ...modelled, source: { ...source, scaled: true } }, [])).toEqual({
      kind: 'modelled',
      citation: 'Paper',
      from: 'ResNet-18, 224 px',
    });
  });

  it('of a rate is modelled, of a speed is the user', () => {
    const extrapolated = {
      kind: 'extrapolated',
      citation: 'Paper',
      from: 'its rate',
      memoryMB: null,
    } as const;
    expect(provenanceOf({ ...modelled, source: extrapolated }, [])).toEqual({
      kind: 'modelled',
      citation: 'Paper',
      from: 'its rate',
    });
    expect(provenanceOf({ ...modelled, source: { kind: 'assumed', speed: 2 } }, [])).toEqual({
      kind: 'set-by-you',
      speed: 2,
    });
  });
});

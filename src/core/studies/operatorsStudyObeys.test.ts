import { describe, expect, it } from 'vitest';
import { workloadChain } from '../model/workloadChain';
import type { NodeId } from '../network/types';
import { changeCapacity, changeNode } from '../scenario/edits';
import { toy } from '../scenario/presets/toy';
import { operatorsStudy } from './operatorsStudy';
import { answer, everything, splittable, viewOf } from './testing/operatorsExamples';
import type { OperatorsView } from './operatorsTypes';

describe('what the operators study obeys', () => {
  it('says what it does not obey: memory, and where the weights do not fit', () => {
    const limited = (memoryMB: number): OperatorsView => {
      const everywhere = splittable.nodes.reduce(
        (scenario, { id }) => changeNode(scenario, id, { memoryMB }),
        splittable,
      );
      return viewOf(everywhere);
    };
    const unlimited = toy.scenario.nodes.every(({ memoryMB }) => memoryMB === null);
    expect(unlimited).toBe(true);
    expect(viewOf(toy.scenario).ignores).toEqual([]);
    expect(limited(1)).toMatchObject({ ignores: ['memory'], totalS: viewOf(splittable).totalS });
    expect(limited(1).overfull.length).toBeGreaterThan(0);
    expect(limited(1e5).overfull).toEqual([]);
  });

  it('keeps untrusted nodes from computing, whether or not leakage is known', () => {
    const cloud = 'cloud' as NodeId;
    const distrusting = changeNode(toy.scenario, cloud, { trusted: false });
    const used = (view: OperatorsView): NodeId[] => view.operators.map(({ label }) => view.nodes[label]!);
    expect(used(viewOf(toy.scenario))).toContain(cloud);
    expect(used(viewOf(distrusting))).not.toContain(cloud);
    const leaky = { ...distrusting, leakage: [1, 0.5, 0.2, 0.1] };
    const within = (leakage: number | null): OperatorsView =>
      viewOf({ ...leaky, goals: { ...leaky.goals, limits: { ...leaky.goals.limits, leakage } } });
    expect(within(0.5)).toMatchObject({ withheld: [cloud] });
    expect(used(within(0.5))).not.toContain(cloud);
    expect(within(null)).toMatchObject({ withheld: [], totalS: viewOf(toy.scenario).totalS });
  });

  it('pays for the way back when the result returns', () => {
    const view = viewOf({ ...toy.scenario, delivery: 'return' });
    const at = view.operators.at(-1)!.label;
    expect(view.deliveryS > 0).toBe(at > 0 && workloadChain(toy.scenario.workload).boundaryBytes.at(-1)! > 0);
    const staying = viewOf(splittable);
    const returning = viewOf({ ...splittable, delivery: 'return' });
    expect(returning.totalS).toBeGreaterThan(staying.totalS);
    expect(returning.deliveryS).toBeGreaterThan(0);
  });

  it('never lets a tensor travel back where that is not allowed', () => {
    for (const scenario of everything) {
      expect(viewOf(scenario).shipped.filter(({ upstream }) => upstream)).toEqual([]);
      const view = viewOf(scenario);
      for (const { from, to } of view.edges)
        if (from >= 0) expect(view.operators[to]!.label).toBeGreaterThanOrEqual(view.operators[from]!.label);
    }
  });

  it('says why there is nothing to show', () => {
    const { sourceId, nodes } = toy.scenario;
    const others = nodes.filter(({ id }) => id !== sourceId).map(({ id }) => id);
    const alone = others.reduce((scenario, id) => changeNode(scenario, id, { device: null }), toy.scenario);
    expect(answer(alone)).toEqual({ kind: 'trouble', trouble: { kind: 'one-node' } });
    const without = nodes.map((node) => (node.id === sourceId ? { ...node, device: null } : node));
    expect(answer({ ...toy.scenario, nodes: without })).toEqual({
      kind: 'trouble',
      trouble: { kind: 'source-has-no-device' },
    });
    // A UE that must not compute, and no way off it.
    const stuck = toy.scenario.links.reduce(
      (scenario, { id }) => changeCapacity(scenario, id, 0, 'both'),
      changeNode(toy.scenario, sourceId, { trusted: false }),
    );
    expect(answer(stuck).kind).toBe('trouble');
  });

  it('gives the best it has, with its bound, when the time is up', () => {
    const given = operatorsStudy(
      splittable,
      { graph: 'transformer-12', upstream: true },
      { shouldStop: () => true },
    );
    if (given.kind !== 'operators') throw new Error(JSON.stringify(given));
    const best = viewOf(splittable, 'transformer-12', true);
    expect(given.view.boundS).toBeLessThanOrEqual(best.totalS * (1 + 1e-9));
    expect(given.view.totalS).toBeGreaterThanOrEqual(best.totalS * (1 - 1e-9));
  });
});

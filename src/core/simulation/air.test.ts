import { describe, expect, it } from 'vitest';
import { adoptTrace } from '../scenario/simulationEdits';
import type { Scenario } from '../scenario/types';
import type { LinkTrace } from '../traffic/types';
import { airLinks, airTraceOf, airTraces, cellsOf } from './air';
import { handoverAt } from './paidParts';
import { simulateScenario } from './simulate';
import { presetOf, settingsWith } from './testing/randomWorld';

/** The IAB tree with a drive past its first cells. */
const preset = presetOf('hivemind-calibrated');
const driven: Scenario = {
  ...preset,
  simulation: { ...settingsWith({ durationS: 60 }), mobility: preset.simulation!.mobility },
};
const [link] = airLinks(driven);
const samples = [20, 5, 0, 40];

function traced(direction: LinkTrace['direction']): Scenario {
  const trace = { link: link!.id, direction, name: 'good.csv', stepS: 1, mbps: samples, loop: true };
  return adoptTrace(driven, trace);
}

function runOf(scenario: Scenario) {
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}

describe('a trace of the UE’s air', () => {
  it('holds to and from every cell, with its own gaps: handovers stay and add no interruption', () => {
    const scenario = traced('both');
    const run = runOf(scenario);
    const perSecond = Math.round(1 / run.capacityStepS);
    for (const [a, arc] of run.arcs.entries()) {
      if (arc.kind !== 'access') continue;
      const means = samples.map((_, k) =>
        run.capacityMbps[a]!.slice(k * perSecond, (k + 1) * perSecond).every((mbps) => mbps === samples[k]),
      );
      expect(means, `${arc.direction} of ${arc.cell}`).toEqual([true, true, true, true]);
    }
    const handovers = run.events.filter(({ kind }) => kind === 'handover');
    expect(handovers.length).toBeGreaterThan(0);
    expect(handoverAt(run, scenario, handovers[0]!.atS)).toMatchObject({ interruptionS: 0 });
    expect([...run.snrDb], 'SNR is modelled as without').toEqual([...runOf(driven).snrDb]);
  });

  it('of one direction leaves the other as it was, interruptions included', () => {
    const upFirst = link!.a === driven.sourceId ? 'aToB' : 'bToA';
    const scenario = traced(upFirst);
    const run = runOf(scenario);
    const plain = runOf(driven);
    for (const [a, arc] of run.arcs.entries()) {
      if (arc.kind !== 'access') continue;
      const isSame = run.capacityMbps[a]!.every((mbps, k) => mbps === plain.capacityMbps[a]![k]);
      expect(isSame, `${arc.direction} of ${arc.cell}`).toBe(arc.direction === 'down');
    }
    const handover = run.events.find(({ kind }) => kind === 'handover')!;
    expect(handoverAt(run, scenario, handover.atS)!.interruptionS).toBeCloseTo(0.03, 9);
  });

  it('is that of the cell’s own link where there are several, else the first', () => {
    const [one, two, three] = cellsOf(driven);
    const second = { ...link!, id: 'second' as LinkTrace['link'], a: driven.sourceId, b: two! };
    const first = { ...link!, a: driven.sourceId, b: one! };
    const scenario = { ...driven, links: [first, second] };
    const of = (id: LinkTrace['link'], name: string): LinkTrace => ({
      link: id,
      direction: 'both',
      name,
      stepS: 1,
      mbps: [1],
      loop: true,
    });
    const traces = airTraces(scenario, [of(second.id, 'second'), of(first.id, 'first')], 'down');
    expect([one, two, three].map((cell) => airTraceOf(traces, cell!)?.name)).toEqual([
      'first',
      'second',
      'first',
    ]);
    expect(airTraceOf(airTraces(scenario, [], 'up'), one!)).toBeUndefined();
  });

  it('is none where nobody can serve the source', () => {
    const wired = { ...driven, nodes: driven.nodes.map((node) => ({ ...node, kind: 'mec' as const })) };
    expect(airLinks(wired)).toEqual([]);
  });
});

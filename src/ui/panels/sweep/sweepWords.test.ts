import { describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '../../../core/network/types';
import { changeLink, removeItems } from '../../../core/scenario/edits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { toy } from '../../../core/scenario/presets/toy';
import type { Scenario } from '../../../core/scenario/types';
import { sweepStudy } from '../../../core/studies/sweepStudy';
import type { SweepOptions } from '../../../core/studies/sweepTypes';
import { tableToCsv } from '../../charts/chartTable';
import { namesOf } from '../../errors/names';
import { axisChoices, defaultAxis, defaultSweep, fittingSweep, formatAxisValue } from './sweepAxes';
import { canSet, regionName, sweepNotes, sweepSummary, sweepTable, type Swept } from './sweepWords';

const names = namesOf(openingScenario);
function swept(scenario: Scenario, options: SweepOptions): Swept {
  const answer = sweepStudy(scenario, options, { shouldStop: () => false });
  if (answer.kind === 'trouble') throw new Error(answer.trouble.kind);
  return answer;
}
const radio = defaultSweep(openingScenario)!;

describe('what can be swept', () => {
  it('starts with the radio link of the source, a decade and a half around where it stands', () => {
    expect(radio).toEqual({
      x: {
        parameter: { kind: 'capacity', link: 'radio', direction: 'both' },
        from: 1,
        to: 10000,
        steps: 121,
        scale: 'log',
      },
      y: null,
    });
  });

  it('has a choice for either direction of a link whose directions differ', () => {
    const scenario = changeLink(openingScenario, 'radio' as LinkId, { symmetric: false });
    const labels = axisChoices(scenario).map(({ label }) => label);
    expect(labels).toContain('Capacity of Phone → gNB');
    expect(labels).toContain('Capacity of gNB → Phone');
    expect(new Set(axisChoices(scenario).map(({ key }) => key)).size).toBe(labels.length);
  });

  it('offers sizes for catalogue models only, and speeds only of nodes that compute', () => {
    const groups = (scenario: Scenario) => axisChoices(scenario).map(({ group }) => group);
    expect(groups(openingScenario)).toContain('Model');
    expect(groups(toy.scenario)).not.toContain('Model');
    expect(axisChoices(openingScenario).map(({ label }) => label)).not.toContain('Speed of gNB');
  });

  it('has an axis with a range to start from for each choice', () => {
    for (const { parameter } of axisChoices(openingScenario)) {
      const { from, to, steps } = defaultAxis(openingScenario, parameter, true);
      expect(to).toBeGreaterThan(from);
      expect(steps).toBeLessThanOrEqual(60);
      expect(formatAxisValue(parameter, to)).toMatch(/\d/u);
    }
  });

  it('forgets an axis whose link is gone, and keeps the other one', () => {
    const y = defaultAxis(openingScenario, { kind: 'speed', node: 'phone' as NodeId }, true);
    const without = removeItems(openingScenario, { nodes: [], links: ['radio' as LinkId] });
    expect(fittingSweep(without, { ...radio, y })).toEqual({ x: y, y: null });
    expect(fittingSweep(without, radio)).toBeNull();
    expect(fittingSweep(openingScenario, { x: radio.x, y: radio.x })?.y).toBeNull();
  });
});

describe('the words of a sweep', () => {
  it('name a plan by its nodes and blocks', () => {
    const region = { nodes: ['phone' as NodeId, 'edge' as NodeId, 'cloud' as NodeId], cuts: [5, 6] };
    expect(regionName(region, names, 20)).toBe('Phone 1–5 | MEC host 6 | Cloud 7–20');
    expect(regionName({ nodes: ['cloud' as NodeId], cuts: [] }, names, 20)).toBe('all on Cloud');
    expect(regionName(undefined, names, 20)).toBe('no plan');
  });

  it('say where the best plan changes', () => {
    expect(sweepSummary(openingScenario, radio, swept(openingScenario, radio))).toBe(
      'Over 1 Mbit/s to 10 Gbit/s of the capacity of Phone – gNB the best plan changes four times: at 12.5 Mbit/s, 86 Mbit/s, 247 Mbit/s and 310 Mbit/s.',
    );
  });

  it.each([
    [1, 'changes once: at 12.5 Mbit/s.'],
    [2, 'changes twice: at 12.5 Mbit/s and 86 Mbit/s.'],
    [3, 'changes three times: at 12.5 Mbit/s, 86 Mbit/s and 247 Mbit/s.'],
  ])('count %i changes as people do', (count, words) => {
    const answer = swept(openingScenario, radio);
    const fewer = { ...answer, breakpoints: answer.breakpoints.slice(0, count) } as typeof answer;
    expect(sweepSummary(openingScenario, radio, fewer)).toContain(words);
  });

  it('say that the best plan stays, where it does', () => {
    const options = { ...radio, x: { ...radio.x, to: 5 } };
    expect(sweepSummary(openingScenario, options, swept(openingScenario, options))).toContain(
      'the best plan stays the same: all on Phone.',
    );
  });

  it('do not call a plan best that is not proved', () => {
    const answer = { ...swept(openingScenario, radio), proven: false };
    expect(sweepSummary(openingScenario, radio, answer)).toContain('best plan found (estimated)');
  });

  it('tell what is modelled, what cannot be set and what was cut off', () => {
    const y = defaultAxis(openingScenario, { kind: 'speed', node: 'phone' as NodeId }, true);
    const options = { x: { ...radio.x, steps: 5 }, y: { ...y, steps: 3 } };
    const answer = { ...swept(openingScenario, options), complete: false };
    const notes = sweepNotes(openingScenario, options, answer).join(' ');
    expect(notes).toMatch(/fewer points/u);
    expect(notes).toMatch(/modelled/u);
    expect(notes).toContain('Speed of Phone is a published or measured fact');
    expect(canSet(openingScenario, options)).toBe(false);
    expect(canSet(openingScenario, radio)).toBe(true);
  });
});

describe('the table of a sweep', () => {
  it('has every strategy and the plan at every point, and the exact breakpoints among them', () => {
    const answer = swept(openingScenario, radio);
    const table = sweepTable(openingScenario, radio, answer);
    expect(table.columns.map(({ name }) => name)).toContain('best plan');
    expect(table.rows).toHaveLength(answer.xs.length + answer.breakpoints.length);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    const values = table.rows.map((row) => row[0] as number);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(tableToCsv(table)).toContain('"all on Phone → Phone 1–21 | Cloud 22–55"'.replaceAll('"', ''));
  });

  it('has a row for every cell of a map', () => {
    const y = { ...defaultAxis(openingScenario, { kind: 'delay', link: 'radio' as LinkId }, true), steps: 4 };
    const options = { x: { ...radio.x, steps: 5 }, y };
    const table = sweepTable(openingScenario, options, swept(openingScenario, options));
    expect(table.rows).toHaveLength(20);
    expect(table.columns.map(({ name }) => name).slice(0, 3)).toEqual([
      'Capacity of Phone – gNB (Mbit/s)',
      'Delay of Phone – gNB (ms)',
      'best total (ms)',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { changeNode } from '../../../core/scenario/edits';
import { openingScenario, presets } from '../../../core/scenario/presets/presets';
import type { Scenario } from '../../../core/scenario/types';
import { solveScenario } from '../../../core/solvers/solveScenario';
import { methodsStudy } from '../../../core/studies/methodsStudy';
import type { MethodsAnswer } from '../../../core/studies/methodsTypes';
import { solutionColours } from '../../solutionColours';
import { compareView } from './compareView';
import { methodsOf, promiseNote, unknownNotes, wayColumns, wayRows } from './wayRows';

const answerOf = (scenario: Scenario): MethodsAnswer =>
  methodsStudy(scenario, {}, { shouldStop: () => false });
const solution = solveScenario(openingScenario);
const answer = answerOf(openingScenario);
const rowsOf = (scenario: Scenario, methods: MethodsAnswer | null) =>
  wayRows(scenario, solveScenario(scenario), methods).flatMap(({ rows }) => rows);

describe('the method picker', () => {
  test('has the latency of every strategy before the methods are answered', () => {
    const rows = rowsOf(openingScenario, null);
    expect(rows.find(({ id }) => id === 'best')).toMatchObject({ state: 'works', note: '' });
    expect(rows.find(({ id }) => id === 'best')!.cells[0]).toMatch(/ms$/u);
    expect(rows.find(({ id }) => id === 'pipeline')).toMatchObject({ state: 'unknown' });
  });

  test.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'has every column of every way that works in "%s"',
    (_, scenario) => {
      for (const { state, cells, note } of rowsOf(scenario, answerOf(scenario))) {
        expect(cells).toHaveLength(wayColumns.length);
        expect(cells.join(' ')).not.toMatch(/NaN|Infinity|undefined/u);
        if (state === 'works') expect(cells[1]).not.toBe('–');
        if (state === 'impossible') expect(note).toMatch(/\./u);
      }
    },
  );

  test('says why a way is impossible, and does not offer it', () => {
    const small = changeNode(openingScenario, openingScenario.sourceId, { memoryMB: 0.5 });
    const row = rowsOf(small, null).find(({ id }) => id === 'ue-only')!;
    expect(row.state).toBe('impossible');
    expect(row.note).toContain('Phone has 500 kB');
  });

  test('the pipeline carries at least as many frames as any plan on the row', () => {
    const rows = rowsOf(openingScenario, answer);
    const rate = (id: string) => Number(rows.find((row) => row.id === id)!.cells[1]!.replaceAll(',', ''));
    expect(rate('pipeline')).toBeGreaterThanOrEqual(rate('row'));
    expect(rate('pipeline')).toBeGreaterThanOrEqual(rate('ue-only'));
  });

  test('names what a message promised only where the split costs something else', () => {
    expect(promiseNote(null, 0.1)).toBe('');
    expect(promiseNote(0.1, 0.1)).toBe('');
    expect(promiseNote(0.132, 0.149)).toBe('Its message promised 132 ms; the split costs 149 ms.');
  });

  test('says why a column is empty', () => {
    const notes = unknownNotes(openingScenario, answer);
    expect(notes).toContain('Leakage is unknown: the scenario has no figures for it.');
    expect(
      unknownNotes(openingScenario, {
        ...answer,
        unavailable: { 'ue-energy': { kind: 'power-unknown', nodes: [openingScenario.sourceId] } },
      }),
    ).toEqual(['UE energy is unknown: no power figures for Phone.']);
  });
});

describe('methods in the comparison', () => {
  const viewOf = (groups: Parameters<typeof methodsOf>[1], methods: MethodsAnswer = answer) =>
    compareView(openingScenario, solution, solutionColours(solution), [], methodsOf(methods, groups));

  test('stand beside the strategies when their group is chosen', () => {
    const ids = viewOf(new Set(['one-frame', 'stream'])).bars.map(({ id }) => id);
    expect(ids).toContain('row');
    expect(ids).toContain('pipeline');
    expect(ids).not.toContain('weighted');
    expect(methodsOf(null, new Set(['stream']))).toEqual([]);
  });

  test('tell a promise that was not kept, also in the table', () => {
    const broken: MethodsAnswer = {
      ...answer,
      methods: answer.methods.map((entry) =>
        entry.method === 'algorithm-1-printed' ? { ...entry, promisedS: 0.001 } : entry,
      ),
    };
    const view = viewOf(new Set(['as-printed']), broken);
    expect(view.describe('algorithm-1-printed')[0]).toMatch(/^Its message promised 1 ms; the split costs/u);
    expect(view.table.rows.some(([name]) => name === 'Algorithm 1 as printed')).toBe(true);
  });

  test('never count as a rival in the sentence about single splits', () => {
    expect(viewOf(new Set(['stream', 'objectives', 'as-printed'])).summary).toBe(viewOf(new Set()).summary);
  });
});

import { describe, expect, it } from 'vitest';
import { figures } from '../src/core/reproduce/figures';
import { reproducedMarkdown, reproducedTable, type Reproduced } from './reproduceReport';

const figure = figures.find(({ id }) => id === 2)!;
const result = figure.run({ seed: 7, preset: 'honest', overrides: {}, scale: 1 });
const odd: Reproduced = {
  figure,
  tookS: 1.25,
  result: {
    ...result,
    verdicts: [{ ...result.verdicts[0]!, verdict: 'cannot-be-checked', reason: 'a | b' }],
    charts: [
      {
        kind: 'bars',
        title: 'Bars',
        x: { name: 'Load', unit: '' },
        y: { name: 'Latency', unit: 'ms' },
        groups: ['low', 'high'],
        series: [{ name: 'HiveMind', values: [12.345, null] }],
      },
    ],
  },
};

describe('the report', () => {
  it('names seed, assumptions, every claim with its rule, and how they came out', () => {
    const text = reproducedMarkdown([{ figure, result, tookS: 0.5 }], null);
    expect(text).toContain('from seed 7');
    expect(text).toContain('honest (224 px pictures)');
    expect(text).toContain('2 claims of 1 figures: 2 agree, 0 differ, 0 cannot be checked.');
    for (const { text: claim, rule } of figure.claims) {
      expect(text).toContain(claim);
      expect(text).toContain(rule);
    }
    expect(text).toContain('- Capacities: 19. Evenly spaced.');
    expect(text).toContain('0.1 units/s (the paper’s)');
  });

  it('gives each figure’s link: with a page’s address whole, without one as it stands after it', () => {
    const all = [{ figure, result, tookS: 0.5 }];
    const fragment = '#figure=2&seed=7&assume=honest';
    expect(reproducedMarkdown(all, null)).toContain(`Link: \`${fragment}\``);
    expect(reproducedMarkdown(all, null)).toContain('| 2 | ');
    const page = 'https://example.org/splitscape/';
    const whole = reproducedMarkdown(all, page);
    expect(whole).toContain(`Link: <${page}${fragment}>`);
    expect(whole).toContain(`| [2](${page}${fragment}) | `);
    expect(reproducedTable(all, page).split('\n')[0]).toContain(`  ${page}${fragment}`);
  });

  it('draws bars as a table, with no number where there is none', () => {
    const text = reproducedMarkdown([odd], null);
    expect(text).toContain('| Latency [ms] | low | high |');
    expect(text).toContain('| HiveMind | 12.3 | none |');
  });

  it('writes numbers as the page does, and what happened along a curve of many points', () => {
    const x = Array.from({ length: 30 }, (_, k) => k);
    const axis = { name: 'Latency', unit: 'ms' };
    const text = reproducedMarkdown(
      [
        {
          ...odd,
          result: {
            ...odd.result,
            numbers: [{ name: 'Tasks', unit: '', ours: 32_824, paper: '≤ 2' }],
            charts: [
              {
                kind: 'lines',
                title: 'Latency',
                x: axis,
                y: axis,
                series: [{ name: 'HiveMind', x, y: x }],
                events: [{ x: 17.9, name: 'Handover at 17.9 s' }],
              },
              {
                kind: 'table',
                title: 'T',
                columns: [axis, axis],
                rows: [[-0.0083928, 2662.3]],
              },
            ],
          },
        },
      ],
      null,
    );
    expect(text).toContain('32,824 | ≤ 2 |');
    expect(text).toContain('| −0.00839 | 2,660 |');
    expect(text).toContain('Latency: Handover at 17.9 s.');
  });

  it('keeps its tables whole', () => {
    const text = reproducedMarkdown([odd], null);
    expect(text).toContain('a \\| b');
    expect(text).toContain('cannot be checked');
  });

  it('says what agrees only because nothing moves, and how many', () => {
    const [first, ...others] = result.verdicts;
    const still = { ...result, verdicts: [{ ...first!, nothingMoves: true }, ...others] };
    const all = [{ figure, result: still, tookS: 0.5 }];
    expect(reproducedMarkdown(all, null)).toContain('| agrees, only because nothing moves |');
    const count = '2 agree (1 only because nothing moves), 0 differ, 0 cannot be checked.';
    for (const text of [reproducedMarkdown(all, null), reproducedTable(all, null)])
      expect(text).toContain(count);
  });

  it('is a line a claim on the terminal', () => {
    const lines = reproducedTable([{ figure, result, tookS: 0.5 }], null).split('\n');
    expect(lines[0]).toBe('Figure 2: A toy of three layers  #figure=2&seed=7&assume=honest');
    expect(lines.filter((line) => line.startsWith('  agrees'))).toHaveLength(2);
    expect(lines.at(-1)).toContain('2 agree');
  });
});

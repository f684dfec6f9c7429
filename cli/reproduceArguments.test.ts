import { describe, expect, it } from 'vitest';
import { figureIds } from '../src/core/reproduce/types';
import { parseReproduceArguments } from './reproduceArguments';

const parse = (line: string) => parseReproduceArguments(line === '' ? [] : line.split(' '));

describe('the words after npm run reproduce', () => {
  it('may be none', () => {
    expect(parse('')).toEqual({
      ok: true,
      value: { figures: figureIds, seed: 1, preset: 'calibrated', scale: 1, out: 'reproduce.md', page: null },
    });
  });

  it('may choose figures, in the paper’s order, a seed, a preset and a file', () => {
    expect(parse('--figures 19,2,2 --seed=42 --preset honest --out - --short')).toEqual({
      ok: true,
      value: { figures: [2, 19], seed: 42, preset: 'honest', scale: 0.05, out: '-', page: null },
    });
  });

  it('may name the page that the links are of; what stands after "#" is not the page’s', () => {
    expect(parse('--page https://example.org/splitscape/#old')).toMatchObject({
      ok: true,
      value: { page: 'https://example.org/splitscape/' },
    });
  });

  it.each([
    ['--page splitscape', '--page: an address that starts with http'],
    ['--page javascript:alert(1)', '--page: an address that starts with http'],
    ['--page', '--page: a value is missing'],
    ['--figures 2,3', '--figures: there is no figure "3"'],
    ['--figures', '--figures: a value is missing'],
    ['--seed -1', '--seed: a whole number from 0'],
    ['--seed 4294967296', '--seed: a whole number from 0'],
    ['--seed 1e3', '--seed: a whole number from 0'],
    ['--preset best', '--preset: calibrated or honest, found "best"'],
    ['--short=1', '--short: takes no value'],
    ['--seed 1 --seed 2', '--seed: once only'],
    ['report.md', 'report.md: no such argument'],
  ])('"%s" is told in one line', (line, message) => {
    const parsed = parse(line);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.error).toContain(message);
    expect(parsed.error).not.toContain('\n');
  });
});

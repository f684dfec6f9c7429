import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../scenario/limits';
import {
  checkFigureLink,
  isFigureLink,
  readFigureLink,
  writeFigureLink,
  type AskedFigure,
  type FigureLinkFault,
} from './figureLink';
import { isSameQuestion } from './figureQuestion';
import { figureTexts } from './findFigure';
import { assumptionPresets } from './types';
import { withinBounds } from './withinBounds';

const texts = figureTexts();

function open(fragment: string): AskedFigure | FigureLinkFault {
  const link = readFigureLink(fragment);
  if (!link.ok) return link.error;
  const asked = checkFigureLink(link.value, texts);
  return asked.ok ? asked.value : asked.error;
}

/** Any figure with any of its assumptions changed to anything allowed. */
const anyAsked: fc.Arbitrary<AskedFigure> = fc.constantFrom(...texts).chain(({ id, assumptions }) =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: limits.seed }),
      preset: fc.constantFrom(...assumptionPresets),
      overrides: fc.record<Record<string, number>>(
        Object.fromEntries(
          assumptions.map((assumption) => [
            assumption.id,
            fc
              .double({ min: assumption.min, max: assumption.max, noNaN: true })
              .map((value) => withinBounds(assumption, value)! + 0),
          ]),
        ),
        { requiredKeys: [] },
      ),
    })
    .map((question) => ({ figure: id, question: { ...question, overrides: { ...question.overrides } } })),
);

describe('the link of a figure', () => {
  it('says in words what it opens', () => {
    const question = { seed: 7, preset: 'honest', overrides: { population: 40, inputPx: 112 } } as const;
    expect(writeFigureLink({ figure: 16, question })).toBe(
      'figure=16&seed=7&assume=honest&inputPx=112&population=40',
    );
  });

  it('is read back as it was written, whatever is asked', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const fragment = writeFigureLink(asked);
        // What every program leaves alone in an address.
        expect(fragment).toMatch(/^[A-Za-z0-9&=.-]+$/);
        expect(open(`#${fragment}`)).toEqual(asked);
      }),
      { seed: 16, numRuns: 300 },
    );
  });

  it('may leave out what is as usual', () => {
    expect(open('figure=2')).toEqual({
      figure: 2,
      question: { seed: 1, preset: 'calibrated', overrides: {} },
    });
  });

  it.each([
    ['#figure=16', true],
    ['figure=', true],
    ['#s=4.AbC&figure=16', false],
    ['#seed=7', false],
    ['', false],
  ])('is told from other fragments: %s', (fragment, is) => {
    expect(isFigureLink(fragment)).toBe(is);
  });
});

describe('a link that cannot stand', () => {
  const named = (name: string, found: string): Partial<FigureLinkFault> => ({
    kind: 'invalid-value',
    name,
    found,
  });
  it.each<[string, Partial<FigureLinkFault>]>([
    ['figure=3', named('figure', '3')],
    ['figure=016', named('figure', '016')],
    ['figure=', named('figure', '')],
    ['figure=__proto__', named('figure', '__proto__')],
    ['figure=16&seed=-1', named('seed', '-1')],
    ['figure=16&seed=4294967296', named('seed', '4294967296')],
    ['figure=16&seed=1.5', named('seed', '1.5')],
    ['figure=16&seed=', named('seed', '')],
    ['figure=16&assume=best', named('assume', 'best')],
    ['figure=16&assume=toString', named('assume', 'toString')],
    ['figure=16&inputPx=', named('inputPx', '')],
    ['figure=16&inputPx=NaN', named('inputPx', 'NaN')],
    ['figure=16&inputPx=Infinity', named('inputPx', 'Infinity')],
    ['figure=16&inputPx=1e999', named('inputPx', '1e999')],
    ['figure=16&inputPx=0x70', named('inputPx', '0x70')],
    ['figure=16&inputPx=112%00', named('inputPx', '112%00')],
    ['figure=16&inputPx= 112', named('inputPx', ' 112')],
    ['figure=16&inputPx=63', named('inputPx', '63')],
    ['figure=16&inputPx=513', named('inputPx', '513')],
    ['figure=16&inputPx=112.5', named('inputPx', '112.5')],
    ['figure=16&fastPart=-1e-9', named('fastPart', '-1e-9')],
    ['figure=16&inputPx=112&inputPx=112', { kind: 'repeated-part', name: 'inputPx' }],
    ['figure=16&figure=16', { kind: 'repeated-part', name: 'figure' }],
    ['figure=16&weather=1', { kind: 'unknown-part', name: 'weather', figure: 16 }],
    ['figure=16&__proto__=1', { kind: 'unknown-part', name: '__proto__' }],
    ['figure=16&constructor=1', { kind: 'unknown-part', name: 'constructor' }],
    ['figure=16&%5F_proto__=1', { kind: 'unknown-part', name: '%5F_proto__' }],
    ['figure=16&%00=1', { kind: 'unknown-part', name: '%00' }],
    ['figure=16&', { kind: 'not-a-part', found: '' }],
    ['figure=16&seed', { kind: 'not-a-part', found: 'seed' }],
    ['figure=16&=5', { kind: 'not-a-part', found: '=5' }],
    [`figure=16&${'a'.repeat(1_000_000)}=1`, { kind: 'too-long' }],
    [`figure=16${'&'.repeat(1_000_000)}`, { kind: 'too-long' }],
  ])('names the part that is wrong: %.60s', (fragment, fault) => {
    expect(open(`#${fragment}`)).toMatchObject(fault);
    expect({}).not.toHaveProperty('figure');
  });

  it('says what would be right', () => {
    expect(open('figure=16&inputPx=63')).toMatchObject({ expected: 'a whole number from 64 to 512 px' });
    expect(open('figure=16&seed=x')).toMatchObject({ expected: 'a whole number from 0 to 4294967295' });
  });

  it('shows no more of itself than a line', () => {
    expect(open(`figure=16&${'a'.repeat(900)}=1`)).toMatchObject({ name: 'a'.repeat(40) });
    expect(open(`figure=16&inputPx=${'9'.repeat(900)}`)).toMatchObject({ found: '9'.repeat(40) });
  });

  it('is never taken for another one, whatever stands in it', () => {
    const word = fc.oneof(
      fc.constantFrom('figure', 'seed', 'assume', 'inputPx', '16', '7', '%', '#'),
      fc.string(),
    );
    const part = fc.tuple(word, word).map(([name, value]) => `${name}=${value}`);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const found = open(`figure=16&${parts.join('&')}`);
        if ('kind' in found) return;
        for (const [name, value] of Object.entries(found.question.overrides)) {
          expect(texts.find(({ id }) => id === 16)!.assumptions.map(({ id }) => id)).toContain(name);
          expect(Number.isFinite(value)).toBe(true);
        }
        expect(Object.getPrototypeOf(found.question.overrides)).toBe(Object.prototype);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the names of assumptions', () => {
  it('are none of those that every link has', () => {
    const names = texts.flatMap(({ assumptions }) => assumptions.map(({ id }) => id));
    expect(names.filter((name) => ['figure', 'seed', 'assume', 'at', 's'].includes(name))).toEqual([]);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });
});

describe('two questions', () => {
  const asked = { seed: 1, preset: 'calibrated', overrides: { a: 1, b: 2 } } as const;

  it('are the same whatever the order of what is changed', () => {
    expect(isSameQuestion(asked, { ...asked, overrides: { b: 2, a: 1 } })).toBe(true);
  });

  it.each([
    { ...asked, seed: 2 },
    { ...asked, preset: 'honest' as const },
    { ...asked, overrides: { a: 1 } },
    { ...asked, overrides: { a: 1, b: 3 } },
    { ...asked, overrides: { a: 1, c: 2 } },
  ])('differ where anything does', (other) => {
    expect(isSameQuestion(asked, other)).toBe(false);
    expect(isSameQuestion(other, asked)).toBe(false);
  });
});

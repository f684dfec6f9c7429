import { describe, expect, it } from 'vitest';
import { readFigureLink } from '../../core/reproduce/figureLink';
import { describeFigureLinkFault } from './describeFigureLink';

function titleOf(fragment: string): string {
  const link = readFigureLink(fragment);
  if (link.ok) throw new Error('nothing is wrong with it');
  return describeFigureLinkFault(link.error).title;
}

describe('words for a faulty link of a figure', () => {
  it.each([
    ['figure=3', '“figure” is “3”, expected one of 2, 6, 11'],
    ['figure=16&seed=x', '“seed” is “x”, expected a whole number from 0 to 4294967295'],
    ['figure=16&seed', '“seed” is not of the form name=value'],
    ['figure=16&', 'one of its parts is empty'],
    ['figure=16&seed=1&seed=1', '“seed” stands in it more than once'],
    [`figure=16&a=${'1'.repeat(5000)}`, 'it has more than 4000 characters'],
  ])('name the part: %.40s', (fragment, words) => {
    expect(titleOf(fragment)).toContain(words);
  });

  it('name an assumption that the figure does not have', () => {
    const { title, action } = describeFigureLinkFault({ kind: 'unknown-part', name: 'weather', figure: 16 });
    expect(title).toContain('figure 16 has no assumption “weather”');
    expect(action).toContain('untouched');
  });
});

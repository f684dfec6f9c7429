import { expect, test } from 'vitest';
import { fitText, textWidth } from './fitText';

test('a text that fits is left alone, a longer one ends in an ellipsis and fits', () => {
  expect(fitText('Phone', 100, 14)).toBe('Phone');
  const short = fitText('A very long name of a node', 100, 14);
  expect(short).toMatch(/^A very.*…$/);
  expect(textWidth(short, 14)).toBeLessThanOrEqual(100);
});

test('where two letters do not fit, nothing is written', () => {
  expect(fitText('Phone', 20, 14)).toBe('');
  expect(fitText('', 0, 14)).toBe('');
});

test('letters outside the basic plane are not torn apart', () => {
  expect(fitText('📱📱📱📱📱📱📱📱', 80, 14)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

import { describe, expect, test } from 'vitest';
import type { PowerFigure } from '../../../core/energy/nodePower';
import { powerAfterIdle, powerAfterLoad, powerText } from './powerTexts';

const published: PowerFigure = { idleW: 1.9, loadW: 5.1, from: 'published', citation: 'somebody' };
const tdp: PowerFigure = { ...published, idleW: null };

describe('typing a power', () => {
  test('keeps the published idle power beside a load of one’s own, but never above it', () => {
    expect(powerAfterLoad(published, 7)).toEqual({ idleW: 1.9, loadW: 7 });
    expect(powerAfterLoad(published, 1)).toEqual({ idleW: 1, loadW: 1 });
    expect(powerAfterLoad(null, 7)).toEqual({ idleW: 0, loadW: 7 });
    expect(powerAfterLoad(tdp, 7)).toEqual({ idleW: 0, loadW: 7 });
  });

  test('goes back to the device’s own figures when the load is emptied', () => {
    expect(powerAfterLoad({ ...published, from: 'node' }, null)).toBeNull();
  });

  test('keeps the load beside an idle power of one’s own', () => {
    expect(powerAfterIdle(published, published, 2)).toEqual({ idleW: 2, loadW: 5.1 });
    expect(powerAfterIdle({ ...published, idleW: 2, from: 'node' }, published, null)).toEqual({
      idleW: 1.9,
      loadW: 5.1,
    });
    expect(powerAfterIdle(null, null, 2)).toBeNull();
  });
});

test('a power says who says so', () => {
  expect(powerText(published)).toBe('Published: 1.9 W idle, 5.1 W under load.');
  expect(powerText({ ...published, from: 'node' })).toMatch(/^Set by you/);
  expect(powerText(tdp)).toContain('all of the load counts as work');
  expect(powerText(null)).toContain('unknown');
});

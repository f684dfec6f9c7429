import { expect, test } from 'vitest';
import { clampPosition, gridM, snapPosition } from './positions';

test('a position is brought inside the plan', () => {
  expect(clampPosition({ xM: 1e9, yM: -Infinity })).toEqual({ xM: 1e5, yM: -1e5 });
  expect(clampPosition({ xM: 3, yM: -0 })).toEqual({ xM: 3, yM: 0 });
});

test('a coordinate that is not a number is taken from elsewhere', () => {
  expect(clampPosition({ xM: Number.NaN, yM: 1 }, { xM: 7, yM: 8 })).toEqual({ xM: 7, yM: 1 });
  expect(clampPosition({ xM: Number.NaN, yM: 1 })).toEqual({ xM: 0, yM: 1 });
});

test('snapping goes to the nearest point of the grid', () => {
  expect(snapPosition({ xM: gridM * 2.4, yM: -gridM * 2.6 })).toEqual({ xM: gridM * 2, yM: -gridM * 3 });
  expect(snapPosition({ xM: 1e9, yM: 26 }, 50)).toEqual({ xM: 1e5, yM: 50 });
});

import { describe, expect, it } from 'vitest';
import { isLoadFailure } from './loadFailure';

describe('a part of the page that did not arrive', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://localhost/assets/Dock-1.js',
    'error loading dynamically imported module: http://localhost/assets/Dock-1.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/Dock-1.css',
  ])('is known by "%s"', (message) => {
    expect(isLoadFailure(new TypeError(message))).toBe(true);
  });

  it('is told from a fault of the page', () => {
    expect(isLoadFailure(new TypeError('x is undefined'))).toBe(false);
    expect(isLoadFailure('Importing a module script failed.')).toBe(false);
  });
});

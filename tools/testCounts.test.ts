import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './testCounts';

test('unit tests are counted, and a file that does not load counts as failed', () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 2, numFailedTestSuites: 1 })).toEqual({
    passed: 7,
    failed: 2,
  });
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 1 })).toEqual({
    passed: 7,
    failed: 1,
  });
});

test('browser tests are counted', () => {
  expect(countPlaywright({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 } })).toEqual({
    passed: 6,
    failed: 2,
  });
});

test('a report of another shape is refused rather than read as zero failures', () => {
  expect(() => countVitest({})).toThrow('numFailedTests');
  expect(() => countPlaywright({ stats: { expected: '5' } })).toThrow('stats.expected');
});

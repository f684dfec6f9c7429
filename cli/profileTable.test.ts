import { expect, test } from 'vitest';
import type { Steadiness } from '../src/core/profile/types';
import { sampleNames, sampleProfile } from '../src/core/profile/files/testing/sampleProfile';
import { profileTable } from './profileTable';

const tableOf = (steadiness: Steadiness) => {
  const { source } = sampleProfile;
  if (source.kind !== 'measured') throw new Error(source.kind);
  const endToEndS = steadiness === 'unstable' ? source.endToEndS / 2 : source.endToEndS;
  const interval = [endToEndS * 0.98, endToEndS * 1.02] as const;
  const measured = { ...source, endToEndS, endToEndIntervalS: interval, steadiness, reason: 'Busy.' };
  return profileTable([{ ...sampleProfile, source: measured }], sampleNames).split('\n');
};

test('a steady measurement is told by its median, with the slowest blocks and their shares', () => {
  const lines = tableOf('good');
  expect(lines[0]).toContain('on Ann’s workstation, wasm, 2 threads');
  expect(lines[1]).toMatch(/^ {2}end to end [\d.]+ ms ± 2 %, 15 runs, good: Busy\.$/);
  expect(lines.slice(3)).toHaveLength(5);
  expect(lines[3]).toMatch(/ ms +\d+ % {2}fc$/);
});

test('an unstable one is told by the mean, which its blocks add up to, beside the median', () => {
  expect(tableOf('unstable')[1]).toMatch(
    /^ {2}end to end mean [\d.]+ ms \(median [\d.]+ ms ± 2 %\), 15 runs, unstable: Busy\.$/,
  );
});

import { describe, expect, test } from 'vitest';
import type { ProfileFileFault } from '../../core/profile/files/fileTypes';
import { describeImportNote, describeProfileFileFault } from './describeProfileFile';

const words = (fault: ProfileFileFault): string => {
  const { title, action } = describeProfileFileFault(fault);
  return `${title} ${action}`;
};

describe('a profile file that cannot be read', () => {
  test('is blamed by line and field', () => {
    expect(words({ kind: 'not-json', line: 3, column: 7 })).toContain('Line 3, column 7');
    expect(words({ kind: 'cut-short', line: 9 })).toContain('Line 9');
    const path = 'profiles[0].blocks[3].time';
    const expected = 'a time in seconds';
    expect(words({ kind: 'invalid-field', path, line: 12, expected })).toContain(
      'Line 12, the field profiles[0].blocks[3].time: expected a time in seconds.',
    );
    expect(words({ kind: 'invalid-field', path, line: null, expected })).toMatch(/^The field profiles/);
    expect(words({ kind: 'inconsistent', path, line: 2, detail: 'there is no such block' })).toContain(
      'Line 2, the field profiles[0].blocks[3].time: there is no such block.',
    );
    expect(words({ kind: 'table', line: 4, column: 2, expected: 'a number' })).toContain('Line 4, column 2');
  });

  test('of something else is told what it is', () => {
    const of = (looksLike: 'scenario' | 'trace' | 'onnx' | null) =>
      words({ kind: 'not-a-profile', looksLike });
    expect(of('scenario')).toContain('scenario');
    expect(of('onnx')).toContain('What runs');
    expect(of('trace')).toContain('trace');
    expect(of(null)).toContain('neither JSON');
  });

  test('of another model names a few blocks of both sides, not hundreds', () => {
    const names = Array.from({ length: 300 }, (_, index) => `conv${index}`);
    const text = words({
      kind: 'other-model',
      model: 'MobileNetV2',
      blocks: 55,
      matched: 2,
      expected: names,
      found: ['fc'],
    });
    expect(text).toContain('of the 55 blocks of MobileNetV2 it names 2');
    expect(text).toContain('conv0, conv1, conv2, conv3 and 296 more');
  });
});

describe('an import that worked', () => {
  test('says what was done to the figures', () => {
    expect(describeImportNote({ kind: 'warm-up-dropped', runs: 3 })).toBe(
      'The first three runs were slower and do not count.',
    );
    expect(describeImportNote({ kind: 'kernels-unnamed', names: ['Memcpy'], share: 0.034 })).toContain(
      '3.4 %',
    );
    expect(describeImportNote({ kind: 'blocks-fused-away', blocks: ['relu1'] })).toContain('relu1');
  });
});

import { expect, it } from 'vitest';
import { shortFuzzMs } from '../../onnx/read/testing/fuzzTimes';
import { seeded } from '../../onnx/read/testing/hostileModels';
import { damagedText } from './testing/hostileTexts';
import { readHostileText } from './testing/readHostileText';

it('damaged documents, profiles, traces and tables are refused or read, and never throw', () => {
  const random = seeded(8);
  const outcomes = new Set<string>();
  const endMs = performance.now() + shortFuzzMs('texts');
  for (let run = 0; run < 300 || performance.now() < endMs; run += 1)
    for (const outcome of readHostileText(damagedText(random))) outcomes.add(outcome);
  // Damage that only ever gave one answer would not have reached far.
  expect([...outcomes]).toEqual(
    expect.arrayContaining([
      ...['document', 'document unreadable', 'document invalid-field', 'document inconsistent'],
      ...['profile splitscape', 'profile onnxruntime', 'profile csv', 'profile cut-short', 'profile table'],
      ...['table', 'no table'],
    ]),
  );
}, 120_000);

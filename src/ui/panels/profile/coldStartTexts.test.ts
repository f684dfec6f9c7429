import { expect, test } from 'vitest';
import { formatSeconds } from '../../format';
import { coldStartTexts } from './coldStartTexts';

const rest = { createS: 0.02, firstRunS: 0.03 };
const [create, firstRun] = [formatSeconds(0.02), formatSeconds(0.03)];

test('the download stands apart from the start of the runtime, and the cache is named', () => {
  expect(coldStartTexts({ ...rest, loadS: 0.5, downloadS: 0.4 })).toEqual([
    '400 ms',
    '100 ms',
    create,
    firstRun,
  ]);
  expect(coldStartTexts({ ...rest, loadS: 0.5, downloadS: 0 })).toEqual([
    'from the cache',
    '500 ms',
    create,
    firstRun,
  ]);
});

test('what nobody told is a dash, never nought', () => {
  expect(coldStartTexts({ ...rest, loadS: 0.5 })).toEqual(['–', '500 ms', create, firstRun]);
  expect(coldStartTexts({ ...rest, loadS: 0.5, downloadS: 0.5 })).toEqual(['500 ms', '–', create, firstRun]);
  expect(coldStartTexts({ ...rest, loadS: null })).toEqual(['was there', 'was there', create, firstRun]);
  expect(coldStartTexts(undefined)).toEqual(['–', '–', '–', '–']);
});

import { describe, expect, it } from 'vitest';
import { isProfileFile } from './isProfileFile';

const file = (text: string, name = 'file.json') => new File([text], name);

describe('isProfileFile', () => {
  it.each([
    ['profiles of Splitscape', file('{"format": "splitscape-profile", "version": 1}')],
    ['events of ONNX Runtime', file('[\n{"cat" : "Session","pid" :1}]')],
    ['events after lines of a log', file('[W:onnxruntime] slow\n[{"cat":"Node"}]', 'log.txt')],
    ['events wrapped for a viewer', file('{"traceEvents":[]}')],
    ['a table', file('block,time (ms)\n', 'times.CSV')],
  ])('knows %s', async (_, profile) => {
    expect(await isProfileFile(profile)).toBe(true);
  });

  it.each([
    ['a scenario', file('{"format": "splitscape", "version": 3}')],
    ['a scenario with that word as its name', file('{"format": "splitscape", "name": "splitscape-profile"}')],
    ['any text', file('hello', 'notes.txt')],
    ['an empty file', file('')],
  ])('leaves %s alone', async (_, other) => {
    expect(await isProfileFile(other)).toBe(false);
  });

  it('looks at the beginning only, so that a huge file costs nothing', async () => {
    expect(await isProfileFile(file(`${' '.repeat(5000)}{"format": "splitscape-profile"}`))).toBe(false);
  });
});

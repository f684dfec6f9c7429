import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { createAppStore } from '../../../../state/createAppStore';
import { createFakeServices } from '../../../../state/testing/fakeServices';
import { createTools } from '../../../../state/tools';
import { isFollowed, readTraceFile } from './readTraceFile';

const link = openingScenario.links[0]!.id;

function setUp() {
  const { services } = createFakeServices();
  const readText: typeof services.files.readText = async (file, limitBytes) =>
    file.size > limitBytes
      ? { ok: false, error: { kind: 'too-large', limitBytes } }
      : { ok: true, value: await file.text() };
  const all = { ...services, files: { ...services.files, readText } };
  const store = createAppStore(all);
  const tools = createTools(store, all);
  const read = (text: string | File, signal = new AbortController().signal) =>
    readTraceFile(
      typeof text === 'string' ? new File([text], 'drive.csv') : text,
      { link, direction: 'both' },
      tools,
      store,
      signal,
    );
  return { read, state: () => store.getState() };
}

describe('a trace file', () => {
  test('becomes what the link follows, in one undo step, and says how it was read', async () => {
    const { read, state } = setUp();
    const outcome = await read('t_s,mbps\n0,10\n1,20\n2,30\n');
    expect(outcome).toMatchObject({
      status: 'adopted',
      words:
        'drive.csv: 3 rows over 2 s, kept as they are (one every 1 s). The last one holds for 1 s too: 3 s in all.',
    });
    const isThere = () => outcome.status === 'adopted' && isFollowed(state().scenario, outcome.trace);
    expect(isThere()).toBe(true);
    expect(state().scenario.simulation?.traces).toMatchObject([
      { link, direction: 'both', name: 'drive.csv', mbps: [10, 20, 30], stepS: 1 },
    ]);
    state().undo();
    expect(state().scenario).toBe(openingScenario);
    expect(isThere()).toBe(false);
    state().redo();
    expect(isThere()).toBe(true);
    await read(new File(['t_s,mbps\n0,1\n1,2\n2,3\n'], 'other.csv'));
    expect(isThere(), 'another file is in its place').toBe(false);
  });

  test('that is wrong changes nothing and says where', async () => {
    const { read, state } = setUp();
    const outcome = await read('t_s,mbps\n0,10\n1,-2\n');
    expect(outcome).toMatchObject({ status: 'refused' });
    expect(outcome.status === 'refused' && outcome.description.title).toMatch(/^Line 3, column 2: /);
    expect(state().scenario).toBe(openingScenario);
    expect(state().canUndo).toBe(false);
  });

  test('that is cancelled changes nothing', async () => {
    const { read, state } = setUp();
    const controller = new AbortController();
    const outcome = read('t_s,mbps\n0,10\n1,20\n', controller.signal);
    controller.abort();
    expect(await outcome).toEqual({ status: 'cancelled' });
    expect(state().scenario).toBe(openingScenario);
  });

  test('of 50 MB is refused before it is read', async () => {
    const { read } = setUp();
    const large = Object.assign(new File([''], 'large.csv'), {});
    Object.defineProperty(large, 'size', { value: 50e6 });
    large.text = () => Promise.reject(new Error('it was read'));
    const outcome = await read(large);
    expect(outcome.status === 'refused' && outcome.description.title).toContain('larger than the 5 MB');
  });
});

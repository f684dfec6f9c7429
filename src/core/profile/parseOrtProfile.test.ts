import { describe, expect, it } from 'vitest';
import { parseOrtProfile } from './parseOrtProfile';

const kernel = (name: string, dur: number): object => ({
  cat: 'Node',
  name: `${name}_kernel_time`,
  dur,
  ts: 0,
  args: { op_name: 'Conv' },
});
const run = (dur: number): object => ({ cat: 'Session', name: 'model_run', dur, ts: 0 });
const text = (events: readonly object[]): string =>
  `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]\n`;

const two = [
  { cat: 'Session', name: 'session_initialization', dur: 5000, ts: 0 },
  kernel('a', 10),
  kernel('b', 20),
  { cat: 'Session', name: 'SequentialExecutor::Execute', dur: 35, ts: 0 },
  run(40),
  kernel('a', 0),
  kernel('b', 22),
  run(41),
];

describe('a profile', () => {
  it('is read run by run, in seconds, with the kernels in order', () => {
    const parsed = parseOrtProfile(text(two));
    if (!parsed.ok) throw new Error(parsed.error.kind);
    expect(parsed.value.map(({ calls }) => calls.map(({ name }) => name))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(parsed.value[0]!.calls[1]!.seconds).toBeCloseTo(20e-6, 12);
    expect(parsed.value[1]!.calls[0]!.seconds).toBe(0);
    expect(parsed.value[1]!.seconds).toBeCloseTo(41e-6, 12);
  });

  it.each(['[W:onnxruntime:, graph.cc] [unused] initializer {x}\n', 'plain words\n', '[ {broken\n', '[]\n'])(
    'is found behind other printing: %j',
    (junk) => {
      const parsed = parseOrtProfile(junk + text(two));
      expect(parsed.ok && parsed.value.length).toBe(2);
    },
  );

  it('is found before other printing', () => {
    const parsed = parseOrtProfile(`${text(two)}bye\n`);
    expect(parsed.ok && parsed.value.length).toBe(2);
  });

  it('does not count kernels of a run that never ended, or events that are none', () => {
    const parsed = parseOrtProfile(text([...two, kernel('a', 99), { cat: 'Node', name: 'a_kernel_time' }]));
    expect(parsed.ok && parsed.value.length).toBe(2);
  });

  it.each(['', 'nothing here', '[1, 2', '{"cat": "Node"}', '[{"cat": "Node", '])(
    'is not seen in %j',
    (junk) => {
      expect(parseOrtProfile(junk)).toEqual({
        ok: false,
        error: { kind: 'not-a-profile', length: junk.length },
      });
    },
  );

  it('without a whole run says so', () => {
    expect(parseOrtProfile(text([kernel('a', 1)]))).toEqual({ ok: false, error: { kind: 'no-runs' } });
    expect(parseOrtProfile(text([run(1)]))).toEqual({ ok: false, error: { kind: 'no-runs' } });
  });
});

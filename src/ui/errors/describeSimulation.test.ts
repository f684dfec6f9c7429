import { describe, expect, test } from 'vitest';
import { findCarrierFault } from '../../core/radio/carriers';
import type { TraceRefusal } from '../../core/scenario/simulationEdits';
import { parseTrace } from '../../core/traffic/trace';
import type { Description } from './describe';
import { describeSimulationFault } from './describeSimulation';
import { describeTraceFault, describeTraceFile, describeTraceRefusal } from './describeTrace';

function traceWords(text: string): Description {
  const read = parseTrace(text, 'a.csv');
  if (read.ok) throw new Error('it can be read');
  return describeTraceFault(read.error);
}

const carrier = (carrierGHz: number, bandwidthMHz: number) =>
  ({
    kind: 'no-such-carrier',
    fault: findCarrierFault({ carrierGHz, bandwidthMHz, subcarrierKHz: 120 })!,
  }) as const;

const badTraces = [
  '',
  '0,1\n1,2\n',
  't_s,x\n0,1\n',
  't_s,t_ms,mbps\n0,0,1\n',
  't_s,mbps\n0,fast\n',
  't_s;mbps\n0;1,5\n',
  't_s,mbps\n0,-1\n1,2\n',
  't_s,mbps\n1,1\n1,2\n',
  't_s,mbps\n0,5e9\n1,5e9\n',
  't_s,mbps\n0,1\n',
  't_s,mbps\n0,1\n1e12,1\n',
  'x'.repeat(5_000_001),
];
const refusals: readonly TraceRefusal[] = [
  { kind: 'invalid', expected: 'a number' },
  { kind: 'no-such-link' },
  { kind: 'too-many-traces', most: 50 },
  { kind: 'too-many-samples', most: 100_000, room: 3 },
];
const everything: readonly Description[] = [
  describeSimulationFault({ kind: 'source-has-no-device' }),
  describeSimulationFault({ kind: 'no-plan' }),
  describeSimulationFault(carrier(10, 100)),
  describeSimulationFault(carrier(28, 7)),
  describeSimulationFault(carrier(3.5, 100)),
  describeSimulationFault({ kind: 'too-many-steps', steps: 9e6, most: 1e6 }),
  describeSimulationFault({ kind: 'worker-failed', message: 'Out of memory.' }),
  ...badTraces.map(traceWords),
  ...refusals.map(describeTraceRefusal),
  describeTraceFile({ kind: 'too-large', limitBytes: 5e6 }),
  describeTraceFile({ kind: 'unreadable', what: 'file', detail: 'no' }),
];

describe('what can go wrong with a simulation', () => {
  test('is told in whole sentences without an exclamation mark', () => {
    for (const { title, action } of everything) {
      for (const text of [title, action]) {
        expect(text).toMatch(/^["A-Z0-9].*\.$/s);
        expect(text).not.toMatch(/!|undefined|NaN|\[object|\.\./u);
      }
    }
  });

  test('names what 5G has where a carrier does not exist', () => {
    expect(describeSimulationFault(carrier(10, 100)).action).toBe(
      'Choose one from 0.41 to 7.125, or from 24.25 to 71 GHz.',
    );
    expect(describeSimulationFault(carrier(28, 7)).action).toBe('Choose one of 50, 100, 200, 400 MHz.');
  });
});

describe('a trace that cannot be read', () => {
  test('names the line and the column, and that nothing has changed', () => {
    const { action, title } = traceWords('t_s,mbps\n0,1\n1,fast\n');
    expect(title).toBe('Line 3, column 2: expected mbps: a number, found "fast".');
    expect(action).toBe('Correct the cell, or leave the row out. Nothing has changed.');
  });

  test('that is too large says how large one may be', () => {
    expect(describeTraceFile({ kind: 'too-large', limitBytes: 5e6 }).title).toContain('5 MB');
  });
});

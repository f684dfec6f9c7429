import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import type { Moment, MomentTask } from './moment';
import { airWords, handoverWords, staysWords, taskWords, timeText } from './momentWords';

const task: MomentTask = {
  index: 122,
  startS: 12,
  latencyS: 0.071,
  expectedS: 0.06,
  hindsightS: 0.048,
  cell: null,
  upMbps: null,
  downMbps: null,
  isOnAir: false,
  plan: { nodes: [], boundaries: [], transfers: [] },
  status: 'going-on',
};
const moment: Moment = {
  atS: 12.3,
  xM: 0,
  yM: 0,
  cell: 'g2' as NodeId,
  snrDb: 21.04,
  capacityIndex: 0,
  upMbps: 120,
  downMbps: 0,
  task,
};
const none = new Set<NodeId>();
const names = { node: () => 'gNB 2', link: () => '' };

describe('the words of a moment', () => {
  test('tell the task, what it takes and how much of that hindsight would spare', () => {
    expect(taskWords(moment, 812, null)).toBe('Task 123 of 812: 71 ms, 23 ms above hindsight');
    expect(taskWords({ ...moment, task: { ...task, hindsightS: task.latencyS } }, 812, null)).toMatch(
      /71 ms, the least possible$/,
    );
    expect(taskWords({ ...moment, task: null }, 812, null)).toBe('No task has started yet');
  });

  test('tell a task without a plan from one without an end', () => {
    const endless = { ...task, latencyS: Infinity, status: 'no-end' } as const;
    expect(taskWords({ ...moment, task: endless }, 812, null)).toBe('Task 123 of 812: no end');
    expect(taskWords({ ...moment, task: { ...endless, plan: null } }, 812, null)).toBe(
      'Task 123 of 812: no plan',
    );
  });

  test('tell who serves the UE and what the air carries', () => {
    expect(airWords(moment, names, none)).toBe('on gNB 2, SNR 21 dB, up 120 Mbit/s, down nothing');
    expect(airWords({ ...moment, cell: null, snrDb: null, upMbps: null, downMbps: null }, names, none)).toBe(
      'no cell',
    );
  });

  test('tell what the time of a task went on, so that it adds up to what is shown', () => {
    const times = { computeS: 0.0029, sendS: 0.05412, delayS: 0, handoverS: 0.01398, waitS: 0 };
    expect(taskWords(moment, 812, times)).toBe(
      'Task 123 of 812: 71 ms = compute 2.9 + send 54.1 + handover 14 ms, 23 ms above hindsight',
    );
    const alone = { computeS: task.latencyS, sendS: 0, delayS: 0, handoverS: 0, waitS: 0 };
    expect(taskWords(moment, 812, alone)).not.toMatch(/=|send|wait/);
  });

  test('tell a handover, and that the task keeps the cell that it started with', () => {
    const both = { node: (id: NodeId) => (id === 'g1' ? 'gNB 1' : 'gNB 2'), link: () => '' };
    const handover = { kind: 'handover', atS: 12.2, from: 'g1' as NodeId, to: 'g2' as NodeId } as const;
    expect(handoverWords({ ...handover, interruptionS: 0.03 }, both)).toBe(
      'Handover gNB 1 to gNB 2, nothing is sent for 30 ms',
    );
    expect(handoverWords({ ...handover, interruptionS: 0 }, both)).toBe('Handover gNB 1 to gNB 2');
    const kept = { ...moment, task: { ...task, cell: 'g1' as NodeId, isOnAir: true } };
    expect(staysWords(kept, both)).toBe('this task stays on gNB 1');
    expect(staysWords({ ...kept, task: { ...kept.task, status: 'done' } }, both)).toMatch(/stayed/);
    expect(staysWords({ ...kept, task: { ...kept.task, isOnAir: false } }, both)).toBeNull();
    expect(staysWords({ ...kept, task: { ...kept.task, cell: 'g2' as NodeId } }, both)).toBeNull();
    const of = { ...kept, upMbps: 25.7, downMbps: 57.2 };
    const air = { ...of, task: { ...kept.task, upMbps: 21.5, downMbps: 0 } };
    expect(airWords(air, both, none, { sentMbps: 13.74 })).toBe(
      'on gNB 2, SNR 21 dB; this task stays on gNB 1, up 21.5 Mbit/s, down nothing, sent at 13.7 Mbit/s',
    );
  });

  test('tell of air that follows a trace that SNR is modelled, and that the trace has its own gaps', () => {
    const both = { up: 'good.csv', down: 'good.csv' };
    expect(airWords(moment, names, none, { files: both })).toBe(
      'on gNB 2, SNR 21 dB (modelled), up 120 Mbit/s, down nothing (both from the trace)',
    );
    const handover = { kind: 'handover', atS: 1, from: 'g1' as NodeId, to: 'g2' as NodeId } as const;
    expect(handoverWords({ ...handover, interruptionS: 0 }, names, both)).toMatch(
      /: the trace of the air contains its own gaps, so no interruption is added$/,
    );
    expect(handoverWords({ ...handover, interruptionS: 0.03 }, names, { ...both, down: null })).toMatch(
      /, nothing is sent down for 30 ms; up, the trace contains its own gaps$/,
    );
  });

  test('say of a cell without a link that it cannot serve', () => {
    expect(airWords(moment, names, new Set(['g2' as NodeId]))).toMatch(
      /cannot serve, because it has no link/,
    );
  });

  test('give times always as wide', () => {
    expect([0, 12.3456, 60, 3600].map(timeText)).toEqual(['0.00 s', '12.35 s', '60.00 s', '3,600.00 s']);
  });
});

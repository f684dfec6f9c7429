import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import type { Moment, MomentTask } from './moment';
import { airWords, taskWords, timeText } from './momentWords';

const task: MomentTask = {
  index: 122,
  startS: 12,
  latencyS: 0.071,
  expectedS: 0.06,
  hindsightS: 0.048,
  cell: null,
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
const names = { node: () => 'gNB 2', link: () => '' };

describe('the words of a moment', () => {
  test('tell the task, what it takes and how much of that hindsight would spare', () => {
    expect(taskWords(moment, 812)).toBe('Task 123 of 812: 71 ms, 23 ms above hindsight');
    expect(taskWords({ ...moment, task: { ...task, hindsightS: task.latencyS } }, 812)).toMatch(
      /71 ms, the least possible$/,
    );
    expect(taskWords({ ...moment, task: null }, 812)).toBe('No task has started yet');
  });

  test('tell a task without a plan from one without an end', () => {
    const endless = { ...task, latencyS: Infinity, status: 'no-end' } as const;
    expect(taskWords({ ...moment, task: endless }, 812)).toBe('Task 123 of 812: no end');
    expect(taskWords({ ...moment, task: { ...endless, plan: null } }, 812)).toBe('Task 123 of 812: no plan');
  });

  test('tell who serves the UE and what the air carries', () => {
    expect(airWords(moment, names)).toBe('on gNB 2, SNR 21 dB, up 120 Mbit/s, down nothing');
    expect(airWords({ ...moment, cell: null, snrDb: null, upMbps: null, downMbps: null }, names)).toBe(
      'no cell',
    );
  });

  test('give times always as wide', () => {
    expect([0, 12.3456, 60].map(timeText)).toEqual(['0.00 s', '12.35 s', '60.00 s']);
  });
});

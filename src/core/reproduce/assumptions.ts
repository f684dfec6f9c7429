/** Assumptions that several figures rest on. */
import { limits } from '../scenario/limits';
import type { Assumption, StatedAssumption } from './types';

type Both = Pick<Assumption, 'id' | 'name' | 'unit' | 'ours' | 'note'>;

/** The same number in both presets. */
export function number(text: Both, value: number, min: number, max: number): Assumption {
  return { ...text, values: { calibrated: value, honest: value }, min, max, isWhole: false };
}

export function whole(text: Both, value: number, min: number, max: number): Assumption {
  return { ...number(text, value, min, max), isWhole: true };
}

const { simulation } = limits;

/** Every figure runs so long at the shortest coherence time: an hour would be refused for its memory. */
const mostS = 600;

/** @param seconds - at scale 1 */
export function duration(seconds: number): Assumption {
  return number(
    {
      id: 'durationS',
      name: 'Simulated time',
      unit: 's',
      ours: true,
      note: 'The paper does not say how long it simulated. On the mmWave network 120 s are the whole way, past every cell.',
    },
    seconds,
    1,
    mostS,
  );
}

export function coherence(ms: number): Assumption {
  return number(
    {
      id: 'coherenceMs',
      name: 'Coherence time',
      unit: 'ms',
      ours: true,
      note: 'Capacities stay the same for so long. The paper tests 10 and 50 ms where it predicts, and does not say elsewhere.',
    },
    ms,
    ...simulation.coherenceMs,
  );
}

export const picture: readonly Assumption[] = [
  {
    id: 'inputPx',
    name: 'Picture',
    unit: 'px',
    ours: true,
    note: 'The paper gives no size. Its ResNet-18 has layers of 80 kB on average, which fp32 gives at 88 px; 224 px gives 517 kB.',
    values: { calibrated: 88, honest: 224 },
    min: limits.minInputPx,
    max: limits.maxInputPx,
    isWhole: true,
  },
  {
    id: 'rawBytes',
    name: 'Bytes for each number of the picture as it is sent',
    unit: 'B',
    ours: true,
    note: 'Calibrated: 4, like every other tensor. Honest: 1, which a camera gives. Up to 2 counts as 1, more as 4.',
    values: { calibrated: 4, honest: 1 },
    min: 1,
    max: 4,
    isWhole: true,
  },
];

export const sci = number(
  {
    id: 'sciMs',
    name: 'Age of what the UE knows of the farthest hop',
    unit: 'ms',
    ours: false,
    note: 'An update of the split control information takes 27 ms in all; each hop on the way adds its part.',
  },
  27,
  ...simulation.sciMs,
);

const speed = number(
  {
    id: 'speedKmh',
    name: 'Speed of the UE',
    unit: 'km/h',
    ours: false,
    note: 'As in the paper; the way it takes is ours.',
  },
  40,
  ...simulation.speedKmh,
);

const population = whole(
  {
    id: 'population',
    name: 'Background UEs at load ×1',
    unit: '',
    ours: true,
    note: 'The paper tells the outcome of its background traffic (Table I), not the process; load ×2 and ×½ scale population and rate.',
  },
  300,
  0,
  5000,
);

const fastPart = number(
  {
    id: 'fastPart',
    name: 'Part of a share’s variance that changes from one coherence time to the next',
    unit: '',
    ours: true,
    note: 'The rest follows the load. Table I gives means and standard deviations only.',
  },
  0.5,
  ...simulation.fastPart,
);

export const correlation = number(
  {
    id: 'fastCorrelation',
    name: 'Correlation of the fast part from one coherence time to the next',
    unit: '',
    ours: true,
    note: 'How far capacities can be predicted hangs on it. The paper does not say.',
  },
  0.7,
  ...simulation.fastCorrelation,
);

/** Of every figure that runs in one of the paper's two networks. */
export function networkAssumptions(durationS: number): readonly Assumption[] {
  return [coherence(50), ...withoutCoherence(durationS)];
}

/** The same where the figure itself says what the coherence time is. */
export function withoutCoherence(durationS: number): readonly Assumption[] {
  return [duration(durationS), ...picture, sci, speed, population, fastPart, correlation];
}

/** Of the figures that forecast. */
export const forecasting: readonly Assumption[] = [
  number(
    {
      id: 'everyMs',
      name: 'A task begins every',
      unit: 'ms',
      ours: true,
      note: 'The paper does not say. Back to back, hosts of published speed are done within a coherence time, for which it makes no forecasts.',
    },
    100,
    10,
    10_000,
  ),
  whole(
    {
      id: 'gapTasks',
      name: 'Tasks whose mean gap is the horizon',
      unit: '',
      ours: true,
      note: 'The paper’s g, without a number.',
    },
    5,
    1,
    1000,
  ),
  number(
    {
      id: 'iabSpeed',
      name: 'Speed of IAB hosts',
      unit: '×',
      ours: true,
      note: 'With published figures of an M1 the first IAB host is the best place nearly always, which leaves little to predict; slower hosts give the links a say.',
    },
    1,
    0.01,
    100,
  ),
];

export const devices: StatedAssumption = {
  name: 'Devices',
  ours: true,
  text:
    'Published latencies of whole models, spread over their blocks and scaled to the picture: Raspberry Pi 3B+ (UE), Apple M1 (IAB ' +
    'hosts), RTX 2080 (core and cloud; the paper’s GTX 1080 Ti has no published batch-1 figure). The paper measured its own and ' +
    'prints none.',
};

export const tree: StatedAssumption = {
  name: 'mmWave network',
  ours: true,
  text:
    'Six IAB nodes in a tree: A joins 1 and 3, B 2 and 3, C 3 and 6, D 4 and 5, E 5 and 6; the UE’s shares of A to H are ' +
    'Table I’s. Which nodes A to E join, where they stand, the UE’s way and its part of the cell’s air time are ours.',
};

export const result: StatedAssumption = {
  name: 'Result',
  ours: true,
  text: 'Stays where it was computed, as the paper’s “no communication” of UE only has it.',
};

export const lanes: StatedAssumption = {
  name: 'Tasks',
  ours: true,
  text:
    'One after the other, as soon as HiveMind’s is done; every method decides on the same task at the same moment and pays for its ' +
    'own plan. A task keeps the cell it started with. Means are over tasks that end.',
};

export const lanesAhead: StatedAssumption = {
  name: 'Tasks',
  ours: true,
  text:
    'At a rate. Every method decides on the same task at the same moment and pays for its own plan: one task ahead, as the task before starts, so that a ' +
    'forecast looks ahead by the mean gap between tasks (IV-F); none is made where that is below the coherence time. A task keeps the cell it started with.',
};

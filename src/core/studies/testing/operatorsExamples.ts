/** Documents that the operators study is tested with, and short ways to ask it. */
import { changeWorkload } from '../../scenario/edits';
import { fiveNodes } from '../../scenario/presets/fiveNodes';
import { presets } from '../../scenario/presets/presets';
import { deliveries, type ImportedWorkload, type Scenario } from '../../scenario/types';
import { operatorsStudy } from '../operatorsStudy';
import type { GraphChoice, OperatorsView } from '../operatorsTypes';

const never = { shouldStop: () => false };
export const answer = (scenario: Scenario, graph: GraphChoice = 'scenario', upstream = false) =>
  operatorsStudy(scenario, { graph, upstream }, never);

export function viewOf(scenario: Scenario, graph?: GraphChoice, upstream?: boolean): OperatorsView {
  const given = answer(scenario, graph, upstream);
  if (given.kind !== 'operators') throw new Error(JSON.stringify(given));
  return given.view;
}

/** ResNet-18 with 8-bit features and a 32-bit picture: its first blocks stay on the phone. */
export const splittable = ((): Scenario => {
  const { workload } = fiveNodes.scenario;
  if (workload.kind !== 'catalogue') throw new Error('a catalogue model');
  return { ...fiveNodes.scenario, workload: { ...workload, shipped: 'int8', rawInput: 'fp32' } };
})();

/**
 * Two pictures in, two heads out: the stem makes two tensors, one of which is a result and is read on; the second picture is
 * used late; the first head reads the second one's feature.
 */
export const twoHeads: ImportedWorkload = {
  kind: 'imported',
  name: 'Two heads',
  fingerprint: 'c'.repeat(32),
  dims: {},
  graph: {
    tensors: [
      { name: 'left', type: 'float32', shape: [1, 3, 32, 32] },
      { name: 'right', type: 'uint8', shape: [1, 3, 64, 64] },
      { name: 'features', type: 'float32', shape: [1, 8, 8, 8] },
      { name: 'mask', type: 'bool', shape: [1, 300] },
      { name: 'pooled', type: 'float32', shape: [1, 8] },
      { name: 'late', type: 'float32', shape: [1, 16] },
      { name: 'boxes', type: 'float32', shape: [1, 40] },
      { name: 'scores', type: 'int64', shape: [1, 5] },
    ],
    inputs: [0, 1],
    outputs: [6, 3, 7],
    operators: [
      { name: 'stem', kind: 'Split', inputs: [0], outputs: [2, 3], macs: 4e7, parameters: 0, weightBytes: 0 },
      {
        name: 'pool',
        kind: 'GlobalAveragePool',
        inputs: [2],
        outputs: [4],
        macs: 0,
        parameters: 0,
        weightBytes: 0,
      },
      { name: 'right', kind: 'Gemm', inputs: [1], outputs: [5], macs: 2e8, parameters: 99, weightBytes: 396 },
      {
        name: 'boxes',
        kind: 'Concat',
        inputs: [4, 5, 3],
        outputs: [6],
        macs: 5e7,
        parameters: 0,
        weightBytes: 0,
      },
      { name: 'scores', kind: 'ArgMax', inputs: [2], outputs: [7], macs: 1e8, parameters: 0, weightBytes: 0 },
    ],
    blockEnds: [1, 3, 4, 5],
  },
  shipped: 'fp16',
  rawInput: 'uint8',
};

export const everything = presets
  .map(({ scenario }) => scenario)
  .concat(splittable, changeWorkload(fiveNodes.scenario, twoHeads))
  .flatMap((scenario) => deliveries.map((delivery) => ({ ...scenario, delivery })));

/** Raw problems to start from, and a proof to check: what the README's commands are shown with. */
import { toy } from '../src/core/scenario/presets/toy';
import { operatorsStudy } from '../src/core/studies/operatorsStudy';

/** Four layers on a UE, a MEC host and a cloud, seconds; the result stays where it is made (zeros in the last column). */
const chain = {
  kind: 'chain',
  computeS: [
    [0.02, 0.05, 0.09, 0.03],
    [0.006, 0.015, 0.027, 0.009],
    [0.002, 0.004, 0.008, 0.003],
  ],
  shipS: [
    [0.06, 0.03, 0.02, 0.01, 0],
    [0.045, 0.02, 0.012, 0.006, 0],
  ],
};

/** A diamond: operator 0 feeds 1 and 2, which 3 joins. The output of 0 is sent once, however many read it. */
const dag = {
  kind: 'dag',
  computeS: [
    [0.02, 0.06, 0.05, 0.04],
    [0.006, 0.012, 0.03, 0.01],
    [0.002, 0.004, 0.004, 0.003],
  ],
  edges: [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
  ],
  shipS: [
    [0.02, 0.015, 0.03, 0.002],
    [0.015, 0.01, 0.02, 0.001],
  ],
  inputConsumers: [0],
  inputShipS: [0.06, 0.05],
  deliverToSink: [],
};

/** The three-layer toy as an operator graph: its best labelling with the flow that proves it. */
function proof(): unknown {
  const answer = operatorsStudy(
    toy.scenario,
    { graph: 'scenario', upstream: false },
    { shouldStop: () => false },
  );
  if (answer.kind !== 'operators') throw new Error('the toy has a labelling');
  return answer.view.certificate;
}

export const rawExamples = (): Readonly<Record<string, unknown>> => ({
  'raw-chain': chain,
  'raw-dag': dag,
  proof: proof(),
});

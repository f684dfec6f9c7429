/** An answer as the front study gives it: every plan of the opening scenario's strategies, measured by hand. */
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { solveScenario } from '../../../../core/solvers/solveScenario';
import type { Plan } from '../../../../core/solvers/types';
import type { FrontAnswer, FrontPoint } from '../../../../core/studies/frontTypes';
import type { MethodsAnswer } from '../../../../core/studies/methodsTypes';
import type { Measures } from '../../../../core/studies/measures';

export const solution = solveScenario(openingScenario);

export function measuresOf(latencyS: number, ueEnergyJ: number | null, bytes = 1000): Measures {
  return {
    latencyS,
    ueEnergyJ,
    ueIdleJ: 0.1,
    edgeEnergyJ: ueEnergyJ,
    bytes,
    leakage: null,
    periodS: latencyS,
  };
}

const planOf = (strategy: string): Plan => {
  const outcome = solution.strategies.find((entry) => entry.strategy === strategy)?.outcome;
  if (outcome?.kind !== 'plan') throw new Error(`${strategy} has no plan`);
  return outcome.plan;
};

const points: readonly FrontPoint[] = [
  { values: [0.04, 0.9], plan: planOf('best'), measures: measuresOf(0.04, 0.9) },
  { values: [0.06, 0.5], plan: planOf('cloud-only'), measures: measuresOf(0.06, 0.5) },
  { values: [0.1, 0.2], plan: planOf('ue-only'), measures: measuresOf(0.1, 0.2) },
];

export const front: FrontAnswer = {
  criteria: ['latency', 'ue-energy'],
  unavailable: { leakage: { kind: 'no-leakage' } },
  points,
  complete: true,
  labels: 12,
  methods: [
    { method: 'best', measures: measuresOf(0.04, 0.9), broken: [] },
    { method: 'weighted', measures: measuresOf(0.06, 0.5), broken: [] },
    { method: 'hivemind-weights', measures: measuresOf(0.1, 0.2), broken: ['latency'] },
    { method: 'within-limits', measures: measuresOf(0.06, 0.5), broken: [] },
  ],
};

/** The strategies of the comparison, one of them beaten. */
export const methods: Pick<MethodsAnswer, 'strategies'> = {
  strategies: [
    { strategy: 'best', measures: measuresOf(0.04, 0.9) },
    { strategy: 'ue-only', measures: measuresOf(0.1 + 1e-14, 0.2) },
    { strategy: 'edge-only', measures: measuresOf(0.08, 0.95) },
    { strategy: 'one-cut-cloud', measures: null },
  ],
};

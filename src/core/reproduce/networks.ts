/** The paper's two networks with an experiment's assumptions put in, simulated once: no decision changes a capacity. */
import { refreshProfiles } from '../profile/profileFor';
import type { NodeKind } from '../network/types';
import type { Result } from '../result';
import { hivemindMmWave } from '../scenario/presets/hivemindMmWave';
import { hivemindSub6 } from '../scenario/presets/hivemindSub6';
import type { Architecture, CatalogueWorkload, Scenario, Workload } from '../scenario/types';
import { simulationOf, type SimulationSettings } from '../simulation/settings';
import { simulatedNetwork, type SimulatedNetwork } from '../simulation/simulatedNetwork';
import { simulatedWorld, type SimulatedWorld } from '../simulation/simulatedWorld';
import type { Experiment } from './defineFigure';

/** A network in time. */
export interface Setting {
  readonly scenario: Scenario;
  readonly settings: SimulationSettings;
  readonly network: SimulatedNetwork;
  readonly world: SimulatedWorld;
}

export type PaperNetwork = 'mmwave' | 'sub6';

const scenarioOf: Readonly<Record<PaperNetwork, () => Scenario>> = {
  mmwave: () => hivemindMmWave.scenario,
  sub6: () => hivemindSub6.scenario,
};

/** As the assumptions say; features are sent as fp32. */
export function modelOf(
  { value }: Pick<Experiment, 'value'>,
  architecture: Architecture = 'resnet-18',
): CatalogueWorkload {
  return {
    kind: 'catalogue',
    architecture,
    inputPx: value('inputPx'),
    width: 1,
    shipped: 'fp32',
    rawInput: value('rawBytes') > 2 ? 'fp32' : 'uint8',
  };
}

/** A document of the experiment. */
export function paperScenario(
  experiment: Experiment,
  network: PaperNetwork,
  workload: Workload = modelOf(experiment),
): Scenario {
  return refreshProfiles({ ...scenarioOf[network](), workload, seed: experiment.seed });
}

/** The document's settings with the experiment's assumptions in their place. */
export function paperSettings(
  { value, scale }: Experiment,
  scenario: Scenario,
  { load = 1, coherenceMs }: { readonly load?: number; readonly coherenceMs?: number } = {},
): SimulationSettings {
  const usual = simulationOf(scenario);
  return {
    ...usual,
    durationS: scaledS(value('durationS'), scale),
    coherenceMs: coherenceMs ?? value('coherenceMs'),
    sciMs: value('sciMs'),
    mobility: { ...usual.mobility, speedKmh: value('speedKmh') },
    traffic: {
      ...usual.traffic,
      load,
      population: value('population'),
      fastPart: value('fastPart'),
      fastCorrelation: value('fastCorrelation'),
    },
  };
}

/** A second at least: less holds no task. */
export function scaledS(durationS: number, scale: number): number {
  return Math.max(1, durationS * scale);
}

/** The same with tasks at the rate of the experiment, each decided on one task ahead. */
export function oneTaskAhead(settings: SimulationSettings, { value }: Experiment): SimulationSettings {
  return { ...settings, arrival: 'periodic', periodMs: value('everyMs'), decision: 'one-task-ahead' };
}

export function inTime(
  scenario: Scenario,
  settings: SimulationSettings,
  onPart?: (part: number) => void,
): Setting {
  const network = sound(simulatedNetwork(scenario));
  return { scenario, settings, network, world: sound(simulatedWorld(scenario, settings, network, onPart)) };
}

/** Another model in a network whose capacities are known: they do not depend on it. */
export function withWorkload(setting: Setting, workload: Workload): Setting {
  const scenario = refreshProfiles({ ...setting.scenario, workload });
  return { ...setting, scenario, network: sound(simulatedNetwork(scenario)) };
}

/** Nodes of these kinds compute so many times as fast. Their energy is not looked at any more. */
export function withSpeed(
  { cells, arcs, nodeIds, routes }: SimulatedNetwork,
  kinds: readonly NodeKind[],
  factor: number,
): SimulatedNetwork {
  return {
    cells,
    arcs,
    nodeIds,
    routes: routes.map((route) => ({
      ...route,
      problem: {
        ...route.problem,
        computeS: route.problem.computeS.map((seconds, k) =>
          kinds.includes(route.problem.kinds[Math.floor(k / route.problem.blockCount)]!)
            ? seconds / factor
            : seconds,
        ),
      },
      ueEnergy: null,
      edgeEnergy: null,
    })),
  };
}

/** What the bounds of assumptions rule out would be a bug. */
function sound<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(`an experiment of the paper does not run: ${result.error.kind}`);
  return result.value;
}

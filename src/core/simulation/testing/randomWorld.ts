/** Presets in worlds made at random: capacities that jump, links that go down, cells that change, without radio or traffic. */
import { createRandom } from '../../random';
import { presets } from '../../scenario/presets/presets';
import type { Scenario } from '../../scenario/types';
import { createCapacityTable } from '../capacityTable';
import { defaultSimulation, type SimulationSettings } from '../settings';
import { simulatedNetwork, type SimulatedNetwork } from '../simulatedNetwork';
import type { SimulatedWorld } from '../simulatedWorld';

export const presetOf = (id: string): Scenario => presets.find((preset) => preset.id === id)!.scenario;

export function networkOf(scenario: Scenario): SimulatedNetwork {
  const network = simulatedNetwork(scenario);
  if (!network.ok) throw new Error(network.error.kind);
  return network.value;
}

export interface WorldOptions {
  readonly durationS: number;
  readonly stepS: number;
  /** Chance that an arc is down during a step. */
  readonly down?: number;
  /** Each arc keeps its first capacity. */
  readonly isConstant?: boolean;
}

/** Capacities from 0.5 to 400 Mbit/s, low ones more often; a new cell every 20 steps. */
export function randomWorld(
  { arcs, cells }: SimulatedNetwork,
  seed: number,
  { durationS, stepS, down = 0.1, isConstant = false }: WorldOptions,
): SimulatedWorld {
  const random = createRandom(seed);
  const steps = Math.ceil(durationS / stepS) + 1;
  const draw = (): number => {
    const part = random.next() * random.next() * random.next();
    return random.next() < down ? 0 : 0.5 + 399.5 * part;
  };
  const mbps = arcs.map(() => {
    const first = draw();
    return Float32Array.from({ length: steps }, () => (isConstant ? first : draw()));
  });
  const cell = new Int16Array(steps).fill(-1);
  if (cells.length > 0) {
    for (let k = 0; k < steps; k++) cell[k] = k % 20 === 0 ? random.integer(cells.length) : cell[k - 1]!;
  }
  const zeros = new Float32Array(steps);
  return {
    capacities: createCapacityTable(stepS, mbps),
    journey: {
      stepS,
      xM: zeros,
      yM: zeros,
      cell,
      snrDb: zeros,
      cellSnrDb: cells.map(() => zeros),
      open: zeros,
      handovers: [],
    },
    activeUes: cells.map(() => new Uint32Array(1)),
    outOfRange: [],
  };
}

export const settingsWith = (patch: Partial<SimulationSettings>): SimulationSettings => ({
  ...defaultSimulation,
  ...patch,
});

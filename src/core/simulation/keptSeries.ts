/**
 * What a run keeps of its series, so that a long one stays small: places and SNR as they were every so often, capacities as
 * means over so long. The run itself is made with the full series.
 */
import type { Journey } from '../mobility/types';
import { trafficStepS } from '../traffic/simulateTraffic';
import type { CapacityTable } from './capacityTable';
import type { SimulationRun } from './types';

/** Entries of one series, and bytes of all capacities together. */
const mostEntries = 20_000;
const mostCapacityBytes = 16e6;

/** Of a journey, every so many steps, from 0 to the end of the run. */
export function keepJourney(
  journey: Journey,
  activeUes: readonly Uint32Array[],
  durationS: number,
): Pick<SimulationRun, 'stepS' | 'xM' | 'yM' | 'cell' | 'snrDb' | 'activeUes'> {
  const steps = Math.floor(durationS / journey.stepS + 1e-9) + 1;
  const every = Math.ceil(steps / mostEntries);
  const entries = Math.ceil(steps / every);
  const stepS = journey.stepS * every;
  const keep = (source: Float32Array): Float32Array =>
    Float32Array.from({ length: entries }, (_, k) => source[k * every]!);
  const activeAt = (series: Uint32Array, k: number): number =>
    series[Math.min(series.length - 1, Math.floor((k * stepS) / trafficStepS + 1e-9))]!;
  return {
    stepS,
    xM: keep(journey.xM),
    yM: keep(journey.yM),
    cell: Int16Array.from({ length: entries }, (_, k) => journey.cell[k * every]!),
    snrDb: keep(journey.snrDb),
    activeUes: activeUes.map((series) =>
      Uint32Array.from({ length: entries }, (_, k) => activeAt(series, k)),
    ),
  };
}

/** Means over whole numbers of coherence times. */
export function keepCapacities({
  stepS,
  mbps,
}: CapacityTable): Pick<SimulationRun, 'capacityMbps' | 'capacityStepS'> {
  const steps = mbps[0]?.length ?? 1;
  const most = Math.min(mostEntries, Math.floor(mostCapacityBytes / 4 / Math.max(1, mbps.length)));
  const every = Math.ceil(steps / most);
  return { capacityMbps: mbps.map((series) => meansOver(series, every)), capacityStepS: stepS * every };
}

function meansOver(series: Float32Array, every: number): Float32Array {
  if (every === 1) return series.slice();
  return Float32Array.from({ length: Math.ceil(series.length / every) }, (_, k) => {
    const end = Math.min(series.length, (k + 1) * every);
    let sum = 0;
    for (let j = k * every; j < end; j++) sum += series[j]!;
    return sum / (end - k * every);
  });
}

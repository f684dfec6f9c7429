/** Everything in a run that does not depend on a decision: the UE's journey, the traffic, the capacity of every arc in time. */
import { makeJourney } from '../mobility/journey';
import type { Journey } from '../mobility/types';
import { accessRates, type AccessRates } from '../radio/accessRate';
import { err, ok, type Result } from '../result';
import type { Scenario } from '../scenario/types';
import { fillFromTrace } from '../traffic/followTrace';
import { seriesLength, simulateTraffic } from '../traffic/simulateTraffic';
import type { LinkTrace, TrafficSeries } from '../traffic/types';
import { airTraceOf, airTraces } from './air';
import { createCapacityTable, type CapacityTable } from './capacityTable';
import { loadedLinks } from './loadedLinks';
import type { SimulationSettings } from './settings';
import type { SimulatedNetwork } from './simulatedNetwork';
import type { SimulatedArc, SimulationFault } from './types';

export interface SimulatedWorld {
  /** Entries a coherence time are a whole number. */
  readonly journey: Journey;
  readonly capacities: CapacityTable;
  /** [cell] active background UEs, one entry every 100 ms. */
  readonly activeUes: readonly Uint32Array[];
  /** Journey steps in which the serving cell is out of range, from (inclusive) and to (exclusive). */
  readonly outOfRange: readonly { readonly from: number; readonly to: number }[];
}

/** Series of a run are no larger than this together [B]. */
const mostBytes = 64e6;
/** The UE is followed at least this often [s]. */
const longestJourneyStepS = 0.1;

/** @param onPart - hears how much is done, 0..1 */
export function simulatedWorld(
  scenario: Scenario,
  settings: SimulationSettings,
  network: SimulatedNetwork,
  onPart?: (part: number) => void,
): Result<SimulatedWorld, SimulationFault> {
  const coherenceS = settings.coherenceMs / 1e3;
  const { durationS } = settings;
  const entries = seriesLength(durationS, coherenceS);
  const perStep = Math.ceil(coherenceS / longestJourneyStepS - 1e-9);
  const most = Math.floor(mostBytes / bytesOfStep(network, perStep));
  if (entries > most) return err({ kind: 'too-many-steps', steps: entries, most });
  const rates = accessRates(settings.radio);
  if (!rates.ok) return err({ kind: 'no-such-carrier', fault: rates.error });

  const journey = journeyOf(scenario, settings, network, coherenceS / perStep, entries * perStep);
  const traffic = simulateTraffic(
    {
      settings: settings.traffic,
      cellCount: network.cells.length,
      links: loadedLinks(scenario, network, settings.traffic),
      coherenceS,
      durationS,
      seed: scenario.seed,
    },
    onPart,
  );
  const traces = createTraces(scenario, settings.traces);
  const mbps = network.arcs.map((arc, a) => {
    const trace = traces(arc);
    if (arc.kind === 'access' && trace === undefined) {
      return accessSeries(arc, network, journey, traffic, rates.value);
    }
    // The links come first, in the order of the traffic's.
    const series = traffic.links[a] ?? new Float32Array(entries);
    if (trace !== undefined) fillFromTrace(trace, series, coherenceS);
    return series;
  });
  const isTraced = network.arcs.some(
    (arc) => arc.kind === 'access' && arc.direction === 'up' && traces(arc) !== undefined,
  );
  return ok({
    journey,
    capacities: createCapacityTable(coherenceS, mbps),
    activeUes: traffic.activeUes,
    // A trace of the access was taken where there was a signal.
    outOfRange: isTraced ? [] : outOfRange(journey, rates.value),
  });
}

/** Of all series together: of each arc the capacity and where it is up, of each cell SNR and air time, of the UE its place. */
function bytesOfStep({ arcs, cells }: SimulatedNetwork, journeySteps: number): number {
  return 8 * arcs.length + 4 * cells.length + (18 + 4 * cells.length) * journeySteps;
}

function journeyOf(
  { nodes, sourceId, seed }: Scenario,
  { mobility, radio }: SimulationSettings,
  { cells }: SimulatedNetwork,
  stepS: number,
  entries: number,
): Journey {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  return makeJourney({
    cells: cells.map((cell) => nodeOf.get(cell)!),
    start: nodeOf.get(sourceId)!,
    mobility,
    radio,
    stepS,
    entries,
    seed,
  });
}

/** Mean over each coherence time of what the air carries, times the part of it that the UE gets. */
function accessSeries(
  { cell, direction }: Extract<SimulatedArc, { kind: 'access' }>,
  { cells }: SimulatedNetwork,
  { cellSnrDb, open }: Journey,
  { airTime }: TrafficSeries,
  { upMbps, downMbps }: AccessRates,
): Float32Array {
  const c = cells.indexOf(cell);
  const rateAt = direction === 'up' ? upMbps : downMbps;
  const snrDb = cellSnrDb[c]!;
  const air = airTime[c]!;
  const perStep = snrDb.length / air.length;
  return Float32Array.from(air, (part, k) => {
    let sum = 0;
    for (let j = k * perStep; j < (k + 1) * perStep; j++) sum += open[j]! * rateAt(snrDb[j]!);
    return (part * sum) / perStep;
  });
}

/** The trace that an arc follows, if any. */
function createTraces(
  scenario: Scenario,
  traces: readonly LinkTrace[],
): (arc: SimulatedArc) => LinkTrace | undefined {
  const air = {
    up: airTraces(scenario, traces, 'up'),
    down: airTraces(scenario, traces, 'down'),
  };
  return (arc) =>
    arc.kind === 'access'
      ? airTraceOf(air[arc.direction], arc.cell)
      : traces.find(
          ({ direction, link }) => link === arc.link && (direction === 'both' || direction === arc.direction),
        );
}

function outOfRange({ snrDb, cell }: Journey, { upMbps }: AccessRates): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let from = -1;
  for (let k = 0; k <= snrDb.length; k++) {
    const isOut = k < snrDb.length && cell[k]! >= 0 && upMbps(snrDb[k]!) === 0;
    if (isOut && from < 0) from = k;
    if (isOut || from < 0) continue;
    spans.push({ from, to: k });
    from = -1;
  }
  return spans;
}

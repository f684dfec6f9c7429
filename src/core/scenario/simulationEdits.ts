/**
 * The pure edits of the network in time. As in `edits.ts`, an illegal value changes nothing, what changes nothing returns the
 * same document, and settings that are all as usual are not kept: `simulation` is null again.
 */
import type { MobilitySettings, PlanPoint } from '../mobility/types';
import { clampPosition } from '../network/positions';
import type { LinkId, NetworkLink } from '../network/types';
import type { PredictionSettings } from '../prediction/types';
import type { RadioSettings } from '../radio/types';
import { simulationOf, type SimulationSettings } from '../simulation/settings';
import type { LinkShare, LinkTrace, TrafficSettings } from '../traffic/types';
import { limits } from './limits';
import { sameData } from './sameData';
import { unlessUsual } from './settleSimulation';
import { findSimulationFault, overlap } from './simulationConsistency';
import { settingsSchema, traceSchema } from './simulationSchema';
import { cleanName } from './text';
import type { Scenario } from './types';

type Sections = 'radio' | 'mobility' | 'traffic' | 'prediction';

/** The fields that change, by section; the others stay. The way, shares and traces have edits of their own. */
export interface SimulationPatch extends Partial<Omit<SimulationSettings, Sections | 'traces'>> {
  readonly radio?: Partial<RadioSettings>;
  readonly mobility?: Partial<Omit<MobilitySettings, 'way'>>;
  readonly traffic?: Partial<Omit<TrafficSettings, 'links'>>;
  readonly prediction?: Partial<PredictionSettings>;
}

/** Changes settings. What depends on each other (bandwidth and subcarrier spacing) changes in one patch. */
export function changeSimulation(scenario: Scenario, patch: SimulationPatch): Scenario {
  const now = settingsOf(scenario);
  return replaceSettings(scenario, {
    ...now,
    ...patch,
    radio: { ...now.radio, ...patch.radio },
    mobility: { ...now.mobility, ...patch.mobility },
    traffic: { ...now.traffic, ...patch.traffic },
    prediction: { ...now.prediction, ...patch.prediction },
  });
}

/** As usual again, without way, shares and traces. */
export function resetSimulation(scenario: Scenario): Scenario {
  return scenario.simulation === null ? scenario : { ...scenario, simulation: null };
}

/** The corners of the UE's way, brought inside the plan; none: the UE stays where it is drawn. */
export function changeWay(scenario: Scenario, way: readonly PlanPoint[]): Scenario {
  const now = settingsOf(scenario);
  const corners = way.map((corner, index) => clampPosition(corner, now.mobility.way[index]));
  return replaceSettings(scenario, { ...now, mobility: { ...now.mobility, way: corners } });
}

/** Puts a corner before the one at `index`; at the end without. */
export function addCorner(scenario: Scenario, corner: PlanPoint, index?: number): Scenario {
  const { way } = simulationOf(scenario).mobility;
  return changeWay(scenario, way.toSpliced(index ?? way.length, 0, clampPosition(corner)));
}

export function moveCorner(scenario: Scenario, index: number, corner: PlanPoint): Scenario {
  const { way } = simulationOf(scenario).mobility;
  return changeWay(
    scenario,
    way.map((other, at) => (at === index ? corner : other)),
  );
}

export function removeCorner(scenario: Scenario, index: number): Scenario {
  const { way } = simulationOf(scenario).mobility;
  return changeWay(
    scenario,
    way.filter((_, at) => at !== index),
  );
}

/**
 * Says what the UE gets of a link [Mbit/s]; null: as usual again. Fields not given are those it has, or the usual ones of the
 * link as it is drawn.
 */
export function changeLinkShare(
  scenario: Scenario,
  id: LinkId,
  patch: Partial<Omit<LinkShare, 'link'>> | null,
): Scenario {
  const now = settingsOf(scenario);
  const link = scenario.links.find((other) => other.id === id);
  if (link === undefined) return scenario;
  const held = now.traffic.links.find((share) => share.link === id);
  const wanted = patch === null ? [] : [{ ...(held ?? usualShare(link, now.traffic)), ...patch, link: id }];
  const links =
    held === undefined
      ? [...now.traffic.links, ...wanted]
      : now.traffic.links.flatMap((share) => (share === held ? wanted : [share]));
  return replaceSettings(scenario, { ...now, traffic: { ...now.traffic, links } });
}

/** Of the direction that carries more. */
function usualShare(
  { id, aToBMbps, bToAMbps }: NetworkLink,
  { usualSd, usualCeiling }: TrafficSettings,
): LinkShare {
  const meanMbps = Math.max(aToBMbps, bToAMbps);
  const atMost = limits.simulation.shareMbps[1];
  return {
    link: id,
    meanMbps,
    sdMbps: Math.min(usualSd * meanMbps, atMost),
    ceilingMbps: Math.min(usualCeiling * meanMbps, atMost),
  };
}

/**
 * A link follows a trace, which takes the place of what it followed in that direction. The name of a file is made to fit. What is
 * refused, and why: `whyNoTrace`.
 */
export function adoptTrace(scenario: Scenario, trace: LinkTrace): Scenario {
  if (whyNoTrace(scenario, trace) !== null) return scenario;
  const { traces } = simulationOf(scenario);
  const taken = traceSchema.parse(asNamed(trace));
  if (traces.some((other) => sameData(other, taken))) return scenario;
  return replaceTraces(scenario, [...tracesWithout(traces, taken), taken]);
}

/** A link follows no trace in that direction any more; a trace of both keeps the other. */
export function removeTrace(scenario: Scenario, link: LinkId, direction: LinkTrace['direction']): Scenario {
  const { traces } = simulationOf(scenario);
  return traces.some((trace) => trace.link === link && overlap(trace.direction, direction))
    ? replaceTraces(scenario, tracesWithout(traces, { link, direction }))
    : scenario;
}

export type TraceRefusal =
  /** A field is wrong; `expected` in plain words. */
  | { readonly kind: 'invalid'; readonly expected: string }
  | { readonly kind: 'no-such-link' }
  | { readonly kind: 'too-many-traces'; readonly most: number }
  /** `room`: what is left for this one. */
  | { readonly kind: 'too-many-samples'; readonly most: number; readonly room: number };

/** Why a document cannot take a trace; null if it can. */
export function whyNoTrace(scenario: Scenario, trace: LinkTrace): TraceRefusal | null {
  if (!scenario.links.some(({ id }) => id === trace.link)) return { kind: 'no-such-link' };
  const others = tracesWithout(simulationOf(scenario).traces, trace);
  const { traces, traceSamples, allTraceSamples } = limits.simulation;
  if (others.length >= traces) return { kind: 'too-many-traces', most: traces };
  const taken = others.reduce((sum, { mbps }) => sum + mbps.length, 0);
  const room = Math.min(traceSamples, allTraceSamples - taken);
  if (trace.mbps.length > room) return { kind: 'too-many-samples', most: allTraceSamples, room };
  const read = traceSchema.safeParse(asNamed(trace));
  return read.success ? null : { kind: 'invalid', expected: read.error.issues[0]!.message };
}

const asNamed = (trace: LinkTrace): LinkTrace => ({ ...trace, name: cleanName(trace.name) });

function tracesWithout(
  traces: readonly LinkTrace[],
  { link, direction }: Pick<LinkTrace, 'link' | 'direction'>,
): LinkTrace[] {
  return traces.flatMap((trace): LinkTrace[] => {
    if (trace.link !== link || !overlap(trace.direction, direction)) return [trace];
    if (trace.direction !== 'both' || direction === 'both') return [];
    return [{ ...trace, direction: direction === 'aToB' ? 'bToA' : 'aToB' }];
  });
}

/** Everything but the traces, which can be long and have been read before. */
type Settings = Omit<SimulationSettings, 'traces'>;

function settingsOf(scenario: Scenario): Settings {
  const { durationS, coherenceMs, arrival, periodMs, sciMs, decision, redecideMs, ...rest } =
    simulationOf(scenario);
  const { radio, mobility, traffic, prediction } = rest;
  return {
    durationS,
    coherenceMs,
    arrival,
    periodMs,
    sciMs,
    decision,
    redecideMs,
    radio,
    mobility,
    traffic,
    prediction,
  };
}

function replaceSettings(scenario: Scenario, wanted: Settings): Scenario {
  const read = settingsSchema.safeParse(wanted);
  if (!read.success || sameData(read.data, settingsOf(scenario))) return scenario;
  const settings: SimulationSettings = { ...read.data, traces: simulationOf(scenario).traces };
  if (findSimulationFault(scenario.links, settings) !== null) return scenario;
  return { ...scenario, simulation: unlessUsual(settings) };
}

function replaceTraces(scenario: Scenario, traces: readonly LinkTrace[]): Scenario {
  return { ...scenario, simulation: unlessUsual({ ...simulationOf(scenario), traces }) };
}

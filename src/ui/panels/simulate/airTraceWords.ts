/** What is said of traces of the UE's air: they hold whichever cell serves the UE, and have their own gaps. */
import type { LinkId, NodeId } from '../../../core/network/types';
import { airLinks, airTraceOf, airTraces } from '../../../core/simulation/air';
import { simulationOf } from '../../../core/simulation/settings';
import type { LinkTrace } from '../../../core/traffic/types';
import type { Scenario } from '../../../core/scenario/types';
import type { Names } from '../../errors/names';

/** The files that the air to and from a cell follows; null: it is simulated. */
export interface AirFiles {
  readonly up: string | null;
  readonly down: string | null;
}

export const noFiles: AirFiles = { up: null, down: null };

/** @param cell - null: whichever has no trace of its own */
export function airFiles(scenario: Scenario, cell: NodeId | null): AirFiles {
  const { traces } = simulationOf(scenario);
  const fileOf = (direction: 'up' | 'down'): string | null => {
    const found = airTraces(scenario, traces, direction);
    return (cell === null ? found[0]?.trace : airTraceOf(found, cell))?.name ?? null;
  };
  return traces.length === 0 ? noFiles : { up: fileOf('up'), down: fileOf('down') };
}

/** Whether a trace of the link is one of the UE's air. */
export function isAirLink(scenario: Scenario, link: LinkId): boolean {
  return airLinks(scenario).some(({ id }) => id === link);
}

/** What follows a trace: "The UE’s air, whichever cell serves it", or the link by its ends. */
export function tracedText(scenario: Scenario, trace: LinkTrace, names: Names): string {
  const link = scenario.links.find(({ id }) => id === trace.link);
  const { direction } = trace;
  if (link === undefined || !isAirLink(scenario, trace.link)) {
    const to = direction === 'aToB' ? link?.b : link?.a;
    return `${names.link(trace.link)}${direction === 'both' || to === undefined ? '' : `, to ${names.node(to)}`}`;
  }
  const isUp = direction === (link.a === scenario.sourceId ? 'aToB' : 'bToA');
  const air = `The UE’s air${direction === 'both' ? '' : isUp ? ', up' : ', down'}`;
  const cell = link.a === scenario.sourceId ? link.b : link.a;
  const ways =
    direction === 'both' ? (['up', 'down'] as const) : [isUp ? ('up' as const) : ('down' as const)];
  const found = ways.map((way) => airTraces(scenario, simulationOf(scenario).traces, way));
  if (found.every((traces) => traces.length < 2)) return `${air}, whichever cell serves it`;
  const isRest = found.some((traces) => traces[0]?.cell === cell);
  return `${air}, to ${names.node(cell)}${isRest ? ' and every cell without a trace of its own' : ''}`;
}

/** Beside the choice of such a link. */
export function airTraceHelp(scenario: Scenario): string {
  const own =
    airLinks(scenario).length < 2 ? '' : ' A cell whose own link has a trace follows that one instead.';
  return `A trace of the UE’s air was measured at the UE: it holds whichever cell serves it.${own} Its gaps are in it, so handovers add no interruption. SNR and handovers are still modelled.`;
}

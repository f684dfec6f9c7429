/**
 * Where a link opens the page: a part after the document. "&at=messages.7": a tab of the dock and a step in it.
 * "&at=simulate.12300.best.events.1a2b3c4d": a run at a moment [ms], with a lane and a view of the charts, and its id.
 */
import type { LaneId } from '../core/simulation/types';
import { strategyIds } from '../core/solvers/types';
import { runIdOf, simulationCharts, type LinkedMoment, type SimulationState } from './simulationTypes';
import { sameSimulationInput } from './solverInput';
import { dockTabs, type AppState, type DockTab, type ViewState } from './types';

interface TabPlace {
  readonly tab: DockTab;
  /** null where the tab has no steps. */
  readonly step: number | null;
}

interface SimulatedPlace {
  /** null: before any run. */
  readonly moment: LinkedMoment | null;
}

export type LinkPlace = TabPlace | SimulatedPlace;

const tabShape = /^([a-z]+)(?:\.(\d{1,4}))?$/;
const momentShape = /^simulate\.(\d{1,8})\.([a-z-]{1,40})\.([a-z]{1,20})(?:\.([0-9a-f]{8}))?$/;
const laneIds: readonly LaneId[] = [...strategyIds, 'best-predicted'];

/** The fragment of a document with a place added: "s=2.…&at=messages.7". */
export function withPlace(fragment: string, place: LinkPlace): string {
  return `${fragment}&at=${'tab' in place ? tabText(place) : momentText(place)}`;
}

function tabText({ tab, step }: TabPlace): string {
  return `${tab}${step === null ? '' : `.${step}`}`;
}

function momentText({ moment }: SimulatedPlace): string {
  if (moment === null) return 'simulate';
  const { atMs, chart, lane, run } = moment;
  return `simulate.${atMs}.${lane}.${chart}${run === null ? '' : `.${run}`}`;
}

/** The place that a fragment names; null where it names none, or one that this page does not have. */
export function placeOf(fragment: string): LinkPlace | null {
  const text = /&at=([^&]*)/.exec(fragment)?.[1];
  if (text === undefined) return null;
  if (text === 'simulate') return { moment: null };
  return momentOf(text) ?? tabOf(text);
}

function momentOf(text: string): SimulatedPlace | null {
  const [, atMs, laneText, chartText, run = null] = momentShape.exec(text) ?? [];
  const lane = laneIds.find((each) => each === laneText);
  const chart = simulationCharts.find((each) => each === chartText);
  if (lane === undefined || chart === undefined) return null;
  return { moment: { atMs: Number(atMs), lane, chart, run } };
}

function tabOf(text: string): TabPlace | null {
  const [, name, step] = tabShape.exec(text) ?? [];
  const tab = dockTabs.find((each) => each === name);
  return tab === undefined ? null : { tab, step: step === undefined ? null : Number(step) };
}

/** What is looked at now, as far as a link of the document can say it; null in places of which it cannot. */
export function placeHere({
  scenario,
  simulation,
  view,
}: Pick<AppState, 'scenario' | 'simulation' | 'view'>): LinkPlace | null {
  if (view.place === 'simulate') return { moment: momentHere(simulation, scenario) };
  if (view.place !== 'play') return null;
  return { tab: view.dockTab, step: view.dockTab === 'messages' ? view.step : null };
}

function momentHere(
  { atS, chart, lane, last }: SimulationState,
  scenario: AppState['scenario'],
): LinkedMoment | null {
  if (last === null) return null;
  const isOfDocument = sameSimulationInput(last.scenario, scenario);
  return { atMs: wholeMs(atS), lane, chart, run: isOfDocument ? runIdOf(last.run) : null };
}

/** Never before the moment itself: at the start of a task, the task before would be shown. */
function wholeMs(atS: number): number {
  const nearest = Math.round(atS * 1e3);
  return nearest / 1e3 < atS ? nearest + 1 : nearest;
}

/** The view that shows a place. A tab with fewer steps than the link says shows its last one. */
export function viewAt(place: LinkPlace): Partial<ViewState> {
  if ('moment' in place) return { place: 'simulate', openDialog: 'none' };
  const { tab, step } = place;
  return { place: 'play', dockOpen: true, dockTab: tab, ...(step === null ? {} : { step }) };
}

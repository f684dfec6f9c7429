/** The network in time: the run that is on, the last one, and the moment of it that is shown. Time itself passes in the view. */
import type { SimulationEvent } from '../core/simulation/types';
import type { SliceContext } from './slice';
import { sameSimulationInput } from './solverInput';
import { eventKinds, type SimulationActions, type SimulationState } from './simulationTypes';

const initial: SimulationState = {
  simulating: { status: 'idle' },
  last: null,
  atS: 0,
  isPlaying: false,
  speed: 1,
  lane: 'best',
  window: null,
  chart: 'time',
  listedKinds: eventKinds,
  sectionAsked: null,
  linked: null,
  opened: 0,
};

export function createSimulation({
  set,
  get,
  services,
}: SliceContext): SimulationActions & { readonly simulation: SimulationState } {
  let controller: AbortController | null = null;
  const change = (patch: Partial<SimulationState>): void =>
    set({ simulation: { ...get().simulation, ...patch } });
  const runShown = () => get().simulation.last?.run ?? null;
  const seek = (atS: number): void => {
    const run = runShown();
    if (run !== null) change({ atS: Math.min(Math.max(0, atS), run.durationS) });
  };
  /** To the moment found, where there is one: who steps wants to look, so time stops passing. */
  const stepTo = (atS: number | undefined): void => {
    change({ isPlaying: false });
    if (atS !== undefined) seek(atS);
  };
  const startSimulation = async (): Promise<void> => {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    const { scenario } = get();
    change({ simulating: { status: 'running', scenario, part: 0 } });
    const result = await services.simulator.simulate(mine.signal, scenario, (part) => {
      if (controller === mine) change({ simulating: { status: 'running', scenario, part } });
    });
    if (controller !== mine) return;
    controller = null;
    if (result.ok) {
      change(shownAnew(get().simulation, { status: 'done', scenario, run: result.value }));
    } else if (result.error.kind !== 'cancelled') {
      change({ simulating: { status: 'failed', scenario, fault: result.error } });
    }
  };
  return {
    simulation: initial,
    startSimulation,
    cancelSimulation: () => {
      if (controller === null) return;
      controller.abort();
      controller = null;
      change({ simulating: get().simulation.last ?? { status: 'idle' } });
    },
    forgetRun: () => {
      controller?.abort();
      controller = null;
      // How one looks at runs is not of a document.
      const { chart, listedKinds, opened, sectionAsked, speed } = get().simulation;
      change({ ...initial, chart, listedKinds, sectionAsked, speed, opened: opened + 1 });
    },
    openLinkedRun: async (moment) => {
      const { scenario } = get();
      change({ isPlaying: false, linked: null });
      if (moment !== null) {
        const { atMs, chart, lane, run } = moment;
        change({ chart, window: null, linked: { scenario, run, goTo: { atS: atMs / 1e3, lane } } });
      }
      const { last, simulating } = get().simulation;
      const isDone = simulating.status !== 'running' && last !== null;
      if (isDone && sameSimulationInput(last.scenario, scenario)) change(shownAnew(get().simulation, last));
      else await startSimulation();
    },
    seek,
    stepTask: (by) => {
      const { atS } = get().simulation;
      const startS = runShown()?.tasks.startS;
      stepTo(by > 0 ? startS?.find((at) => at > atS) : startS?.findLast((at) => at < atS));
    },
    stepEvent: (by, kind) => {
      const { atS, listedKinds } = get().simulation;
      const run = runShown();
      const isStop = (event: SimulationEvent): boolean =>
        kind === undefined ? listedKinds.includes(event.kind) : event.kind === kind;
      stepTo(
        by > 0
          ? (run?.events.find((event) => event.atS > atS && isStop(event))?.atS ?? run?.durationS)
          : (run?.events.findLast((event) => event.atS < atS && isStop(event))?.atS ?? 0),
      );
    },
    play: () => {
      const run = runShown();
      if (run === null) return;
      const { atS } = get().simulation;
      change({ isPlaying: true, atS: atS >= run.durationS ? 0 : atS });
    },
    pause: () => change({ isPlaying: false }),
    changeSimulationView: change,
    readTrace: (signal, text, name) => services.simulator.readTrace(signal, text, name),
  };
}

/** The first run of a document that a link opened is shown as the link says, any other where it was looked at. */
function shownAnew(
  simulation: SimulationState,
  done: NonNullable<SimulationState['last']>,
): Partial<SimulationState> {
  const { linked } = simulation;
  const goTo = linked !== null && sameSimulationInput(linked.scenario, done.scenario) ? linked.goTo : null;
  if (linked === null || goTo === null) return shownOn(simulation, done);
  const { durationS, summaries } = done.run;
  const lane = summaries.find((summary) => summary.lane === goTo.lane) ?? summaries.at(-1);
  return {
    simulating: done,
    last: done,
    atS: Math.min(goTo.atS, durationS),
    lane: lane?.lane ?? initial.lane,
    linked: { ...linked, goTo: null },
  };
}

/**
 * A new run is shown at the moment, in the lane and the window that were looked at, as far as it has them. Whoever looked at the
 * lane that led goes on with the one that leads now: the events are of it.
 */
function shownOn(
  { atS, lane, last, window }: SimulationState,
  done: NonNullable<SimulationState['last']>,
): Partial<SimulationState> {
  const { durationS, summaries } = done.run;
  const has = summaries.some((summary) => summary.lane === lane);
  const led = (last?.run.summaries.at(-1)?.lane ?? initial.lane) === lane;
  return {
    simulating: done,
    last: done,
    atS: Math.min(atS, durationS),
    lane: has && !led ? lane : (summaries.at(-1)?.lane ?? initial.lane),
    window: window !== null && window[1] <= durationS ? window : null,
  };
}

import { useMemo, type ReactNode } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import type { Scenario } from '../../../core/scenario/types';
import type { SimulationRun } from '../../../core/simulation/types';
import { useApp } from '../../../state/useStore';
import { useRunColours } from '../../panels/simulate/charts/useRunColours';
import { momentOf } from '../../panels/simulate/moment';
import { CrossingsContext, LinksNowContext, PaintedContext } from '../paintedContext';
import { linksNow } from './linksNow';
import { MomentContext } from './momentContext';
import { crossingsOf, momentOverlay } from './momentOverlay';

interface Props {
  /** A run with the document that it answers; null: the network is shown as it is drawn. */
  readonly shown: { readonly run: SimulationRun; readonly scenario: Scenario } | null;
  readonly children: ReactNode;
}

/**
 * Gives the network the moment that is shown: who runs what, what links carry, where the UE is. In the same place whether there is a
 * run or not: the drawing is not made anew when the first one arrives.
 */
export function SimulatedMoment({ shown, children }: Props) {
  const { painted, crossings, links, moment } = useGiven(shown?.run ?? null, shown?.scenario ?? null);
  return (
    <PaintedContext value={painted}>
      <CrossingsContext value={crossings}>
        <LinksNowContext value={links}>
          <MomentContext value={moment}>{children}</MomentContext>
        </LinksNowContext>
      </CrossingsContext>
    </PaintedContext>
  );
}

/** Each made anew only when what it shows has changed: the moment with every frame, links with every step of their capacities. */
function useGiven(run: SimulationRun | null, scenario: Scenario | null) {
  const atS = useApp((state) => state.simulation.atS);
  const lane = useApp((state) => state.simulation.lane);
  const colours = useRunColours(run, scenario);
  const moment = useMemo(() => (run === null ? null : momentOf(run, lane, atS)), [run, lane, atS]);
  const index = moment?.task?.index ?? -1;
  // Painted anew with every task, not with every frame: of a task everything but its progress is known when it starts.
  const painting = useMemo(() => {
    if (run === null || scenario === null) return null;
    const startS = run.tasks.startS[index];
    const started = startS === undefined ? null : momentOf(run, lane, startS).task;
    return momentOverlay(run, scenario, started);
  }, [run, scenario, lane, index]);
  const painted = useMemo(() => {
    if (painting === null || scenario === null) return null;
    const { length } = workloadChain(scenario.workload).blocks;
    return { overlay: painting.overlay, colours, blockCount: length };
  }, [painting, colours, scenario]);
  const plan = moment?.task?.plan ?? null;
  const crossings = useMemo(() => (run === null ? null : crossingsOf(run, plan)), [run, plan]);
  const capacityIndex = moment?.capacityIndex ?? 0;
  const links = useMemo(
    () => (run === null || scenario === null ? null : linksNow(run, scenario, capacityIndex)),
    [run, scenario, capacityIndex],
  );
  const shown = useMemo(
    () =>
      run === null || scenario === null || moment === null || painting === null
        ? null
        : { run, scenario, moment, air: painting.air },
    [run, scenario, moment, painting],
  );
  return { painted, crossings, links, moment: shown };
}

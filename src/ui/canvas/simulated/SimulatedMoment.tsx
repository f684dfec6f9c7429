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
  readonly run: SimulationRun;
  /** The document that the run answers. */
  readonly scenario: Scenario;
  readonly children: ReactNode;
}

/** Gives the network the moment that is shown: who runs what, what links carry, where the UE is. */
export function SimulatedMoment({ run, scenario, children }: Props) {
  const atS = useApp((state) => state.simulation.atS);
  const lane = useApp((state) => state.simulation.lane);
  const colours = useRunColours(run);
  const moment = useMemo(() => momentOf(run, lane, atS), [run, lane, atS]);
  const { capacityIndex, task } = moment;
  const index = task?.index ?? -1;
  // Painted anew with every task, not with every frame: of a task everything but its progress is known when it starts.
  const painting = useMemo(() => {
    const startS = run.tasks.startS[index];
    const started = startS === undefined ? null : momentOf(run, lane, startS).task;
    return momentOverlay(run, scenario, started);
  }, [run, scenario, lane, index]);
  const painted = useMemo(
    () => ({
      overlay: painting.overlay,
      colours,
      blockCount: workloadChain(scenario.workload).blocks.length,
    }),
    [painting, colours, scenario],
  );
  const plan = task?.plan ?? null;
  const crossings = useMemo(() => crossingsOf(run, plan), [run, plan]);
  const links = useMemo(() => linksNow(run, scenario, capacityIndex), [run, scenario, capacityIndex]);
  const shown = useMemo(
    () => ({ run, scenario, moment, air: painting.air }),
    [run, scenario, moment, painting],
  );
  return (
    <PaintedContext value={painted}>
      <CrossingsContext value={crossings}>
        <LinksNowContext value={links}>
          <MomentContext value={shown}>{children}</MomentContext>
        </LinksNowContext>
      </CrossingsContext>
    </PaintedContext>
  );
}

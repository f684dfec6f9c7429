import type { SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { formatMbps } from '../../format';
import { airFiles } from './airTraceWords';
import { accessArcs, indexAt } from './moment';

interface AirRemark {
  readonly text: string;
  /** How its figure comes about. */
  readonly how: string;
}

/** Why the air is another number here than on the plan; null where there is no air, or the plan has no rate for it. */
export function airRemark(run: SimulationRun, scenario: Scenario): AirRemark | null {
  const upMbps = meanUpMbps(run);
  const drawn = scenario.links.find(
    ({ a, b, medium }) => medium === 'wireless' && (a === scenario.sourceId || b === scenario.sourceId),
  );
  if (upMbps === null || drawn === undefined) return null;
  const drawnMbps = drawn.a === scenario.sourceId ? drawn.aToBMbps : drawn.bToAMbps;
  const { up, down } = airFiles(scenario, null);
  const figures = `${formatMbps(upMbps)} up on average, ${formatMbps(drawnMbps)} in Play`;
  if (up === null) {
    const downwards = down === null ? '' : ` Down, it follows ${down}.`;
    return { text: `The air link is simulated: ${figures}.${downwards}`, how: howSimulated };
  }
  const downwards = down === up ? '' : ` Down, it ${down === null ? 'is simulated' : `follows ${down}`}.`;
  return {
    text: `The air${down === up ? '' : ', up,'} follows ${up}: ${figures}; SNR is still modelled.${downwards}`,
    how: howTraced,
  };
}

const howSimulated =
  'From the distance to the cell, the carrier and the UE’s part of the cell’s air time; the rate that is drawn holds in Play.';
const howTraced =
  'As in the file, whichever cell serves the UE. The trace contains its own gaps, so handovers add no interruption; SNR and who serves come from the distance to the cells. The rate that is drawn holds in Play.';

/** Over the whole run, to whoever serves the UE; null where nobody ever does. */
function meanUpMbps(run: SimulationRun): number | null {
  const { capacityMbps, capacityStepS, cell, stepS } = run;
  const access = accessArcs(run);
  const entries = capacityMbps[0]?.length ?? 0;
  let sum = 0;
  let count = 0;
  for (let k = 0; k < entries; k += 1) {
    const arc = access.get(cell[indexAt(stepS, cell.length, k * capacityStepS)] ?? -1)?.up;
    if (arc === undefined) continue;
    sum += capacityMbps[arc]![k]!;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

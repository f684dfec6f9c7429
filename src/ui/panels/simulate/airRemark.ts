import type { SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { formatMbps } from '../../format';
import { accessArcs, indexAt } from './moment';

/** Why the air is another number here than on the plan; null where there is no air, or the plan has no rate for it. */
export function airRemark(run: SimulationRun, scenario: Scenario): string | null {
  const upMbps = meanUpMbps(run);
  const drawn = scenario.links.find(
    ({ a, b, medium }) => medium === 'wireless' && (a === scenario.sourceId || b === scenario.sourceId),
  );
  if (upMbps === null || drawn === undefined) return null;
  const drawnMbps = drawn.a === scenario.sourceId ? drawn.aToBMbps : drawn.bToAMbps;
  return `The air link is simulated: ${formatMbps(upMbps)} up on average, ${formatMbps(drawnMbps)} in Play.`;
}

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

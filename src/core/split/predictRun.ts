/** What executing a plan should take: the profile's blocks, the links' terms, and the measured costs of running in parts. */
import type { NodeId } from '../network/types';
import { secondsOf } from '../profile/blockTime';
import type { Profile } from '../profile/types';
import { hopsBack, hopsS } from './executionPlan';
import type { Traffic } from './traffic';
import type {
  CopyCosts,
  ExecutionPart,
  ExecutionPlan,
  LinearCost,
  PartPrediction,
  Prediction,
  TransferPrediction,
} from './types';

export interface PredictionInput {
  /** Times of every block on the device that executes the parts. */
  readonly here: Profile;
  readonly costs: CopyCosts;
  readonly traffic: Traffic;
  /** Parts counted at the speed of their node: its predicted time over the one predicted here. Else as fast as here. */
  readonly scaled: boolean;
  /** A node that a real server stands for: its parts take what the plan says, its link is the drawn one, both ways. */
  readonly elsewhere?: NodeId | null;
}

/** With no costs, and each part's node as fast as this device, the total is the plan's. */
export function predictRun(plan: ExecutionPlan, input: PredictionInput): Prediction {
  const { costs, traffic, elsewhere = null } = input;
  let handlingS = 0;
  const stages = plan.stages.map((stage, index): PartPrediction | TransferPrediction => {
    if (stage.kind === 'transfer') {
      handlingS += costOf(costs.shipping, traffic.boundaryBytes[stage.boundary]!);
      return { kind: 'transfer', seconds: hopsS(stage.hops, stage.bytes) + returnS(plan, index, input) };
    }
    if (stage.node === elsewhere) return served(stage);
    const { readBytes, madeBytes } = traffic.parts[stage.index]!;
    handlingS += costOf(costs.message, readBytes + madeBytes);
    return predictPart(stage, input);
  });
  const sum = (kind: 'part' | 'transfer'): number =>
    stages.reduce((total, stage) => (stage.kind === kind ? total + stage.seconds : total), 0);
  const computeS = sum('part');
  const transferS = sum('transfer');
  return { stages, computeS, transferS, handlingS, totalS: computeS + transferS + handlingS };
}

function predictPart(part: ExecutionPart, { here, costs, traffic, scaled }: PredictionInput): PartPrediction {
  const { index, from, to, plannedS } = part;
  const blocksS = blocksOf(here, from, to) * costs.pace;
  // The profile's whole run contains one start and the copies of the model's own inputs and results.
  const { readBytes, madeBytes } = traffic.parts[index]!;
  const isLast = to === here.blocks.length;
  const copiesS =
    (from === 0 ? 0 : costOf(costs.into, readBytes)) + (isLast ? 0 : costOf(costs.out, madeBytes));
  const factor = scaled ? plannedS / blocksS : 1;
  return { kind: 'part', blocksS, copiesS, factor, seconds: (blocksS + copiesS) * factor };
}

const served = ({ plannedS }: ExecutionPart): PartPrediction => ({
  kind: 'part',
  blocksS: plannedS,
  copiesS: 0,
  factor: 1,
  seconds: plannedS,
});

/** A real server answers over the same link; the answer travels before anything else can happen. */
function returnS(
  { stages }: ExecutionPlan,
  index: number,
  { traffic, elsewhere = null }: PredictionInput,
): number {
  const stage = stages[index]!;
  const next = stages[index + 1];
  if (stage.kind !== 'transfer' || next?.kind !== 'part' || next.node !== elsewhere) return 0;
  return hopsS(hopsBack(stage.hops), traffic.parts[next.index]!.madeBytes);
}

/** Blocks from+1 .. to by a profile [s]. */
export function blocksOf({ blocks }: Profile, from: number, to: number): number {
  let total = 0;
  for (let l = from; l < to; l++) total += secondsOf(blocks[l]!.time);
  return total;
}

function costOf({ fixedS, perByteS }: LinearCost, bytes: number): number {
  return fixedS + perByteS * bytes;
}

/** The unsplit model in a worker of its own: what the parts must compute, and how fast this device is today. */
import type { WholeRun } from '../core/split/currentCosts';
import { blocksOf } from '../core/split/predictRun';
import type { CopyCosts, ExecutionPlan } from '../core/split/types';
import { ok, type Result } from '../core/result';
import { bootstrapInterval, median } from '../core/statistics';
import type { ModelPart } from '../protocol/modelApi';
import type { WireTensor } from '../protocol/partApi';
import type { PartHost } from '../services/splitTypes';
import { calibrate, runWholeOnce, timeWhole, type Calibration } from './splitCalibration';
import { copyOf, type ExecutionFailure } from './splitExecution';
import type { WholeRuns } from './splitMeasuring';
import { hostOf, type Session, type SessionAnswer } from './splitSession';

/** Running, and with what running in parts costs here. */
export interface Whole {
  readonly host: PartHost;
  readonly part: ModelPart;
  readonly outputs: readonly WireTensor[];
  readonly runsS: number[];
  readonly calibration: Calibration;
  readonly costs: Omit<CopyCosts, 'pace'>;
}

/** Runs of the whole model before one counts. */
const wholeWarmUp = 4;

/** @param at - 0..1 of the start */
export async function startWhole(
  session: Session,
  at: (phase: 'calibrating' | 'cutting' | 'loading', part: number) => void,
): SessionAnswer<Whole> {
  const { signal, context, engine, link, inputs, prepared } = session;
  const { splitter, models } = context.services;
  const host = hostOf(session, 'whole', false);
  if (!host.ok) return host;
  at('calibrating', 0);
  const calibration: Calibration = {
    host: host.value,
    link,
    engine,
    precision: prepared.workload.shipped,
    now: () => splitter.now(),
  };
  const calibrated = await calibrate(signal, calibration);
  if (!calibrated.ok) return calibrated;
  at('cutting', 1 / 3);
  const cut = await models.cut(signal, { source: session.source, boundaries: [] });
  if (!cut.ok) return cut;
  const part = cut.value[0]!;
  at('loading', 2 / 3);
  const loaded = await host.value.load(signal, { part, ...engine, optimisation: 'all' });
  if (!loaded.ok) return loaded;
  const outputs: WireTensor[] = [];
  for (let k = 0; k < wholeWarmUp; k++) {
    const ran = await host.value.run(signal, inputs.map(copyOf));
    if (!ran.ok) return ran;
    outputs.splice(0, outputs.length, ...ran.value.outputs);
  }
  return ok({ host: host.value, part, outputs, runsS: [], calibration, costs: calibrated.value });
}

/** What the unsplit model takes by its measurement [s]; null where none of this device predicts. */
export function profiledS({ prepared }: Session): number | null {
  const { profile, isMeasuredHere } = prepared.predictor;
  return isMeasuredHere ? blocksOf(profile, 0, profile.blocks.length) : null;
}

/** The unsplit model in the rhythm of the plan. */
export async function runsBefore(
  session: Session,
  { calibration, costs }: Whole,
  plan: ExecutionPlan,
): SessionAnswer<WholeRuns> {
  const { signal, inputs } = session;
  const timed = await timeWhole(signal, calibration, inputs, costs.message, plan.stages.length > 1);
  return timed.ok ? ok({ runs: timed.value, profileS: profiledS(session) }) : timed;
}

/** Once, and the median of its runs so far goes into the report. */
export async function runWhole(
  session: Session,
  whole: Whole,
  plan: ExecutionPlan,
): Promise<Result<WholeRun, ExecutionFailure>> {
  const { signal, inputs, reporting, prepared } = session;
  const { calibration, costs } = whole;
  const ran = await runWholeOnce(signal, calibration, inputs, costs.message, plan.stages.length > 1);
  if (!ran.ok) return ran;
  whole.runsS.push(ran.value.runS);
  reporting.change({
    whole: {
      seconds: median(whole.runsS),
      intervalS: bootstrapInterval(whole.runsS, { statistic: 'median', seed: prepared.scenario.seed }),
    },
  });
  return ok(ran.value);
}

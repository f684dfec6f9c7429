/** Measures, on this device, what running in parts costs beside the blocks. */
import {
  calibrationInput,
  calibrationParts,
  calibrationSizes,
  numbers,
  type CalibrationPart,
} from '../core/split/calibrationParts';
import { fitCosts, type PartSample, type ShippingSample } from '../core/split/fitCosts';
import type { WholeRun } from '../core/split/currentCosts';
import type { CopyCosts, LinearCost } from '../core/split/types';
import { ok, type Result } from '../core/result';
import type { WirePrecision } from '../core/onnx/cut/shipTensor';
import type { PartLoad, WireTensor } from '../protocol/partApi';
import type { LinkHost, PartHost } from '../services/splitTypes';
import { copyOf, type ExecutionFailure } from './splitExecution';

export interface Calibration {
  /** Its part is replaced. */
  readonly host: PartHost;
  readonly link: LinkHost;
  readonly engine: Pick<PartLoad, 'backend' | 'threads'>;
  /** In which features are shipped. */
  readonly precision: WirePrecision;
  readonly now: () => number;
}

type Answer<T> = Promise<Result<T, ExecutionFailure>>;

/** The first runs of a session allocate, and compile what runs for the first time. */
const uncounted = 4;
const counted = 12;
/** The smallest part and transfer give the fixed costs, on which everything else stands. */
const countedSmallest = 40;
/** A worker that has waited so long is woken, as in a real run, where it waits for the others [s]. */
const pauseS = 4e-3;

/** Parts and transfers in turn, each after a pause, as a real run has them. */
export async function calibrate(
  signal: AbortSignal,
  calibration: Calibration,
): Promise<Result<Omit<CopyCosts, 'pace'>, ExecutionFailure>> {
  const samples: Samples = { parts: [], shipping: [] };
  for (const part of calibrationParts()) {
    const { model, inputs, outputs } = part;
    const loaded = await calibration.host.load(signal, {
      part: { from: 0, to: 1, model, external: [], inputs, outputs },
      optimisation: 'all',
      ...calibration.engine,
    });
    if (!loaded.ok) return loaded;
    const most = uncounted + (part.elements === 1 ? countedSmallest : counted);
    for (let run = 0; run < most; run++) {
      const timed = await timeOnce(signal, calibration, part, run, samples, run >= uncounted);
      if (!timed.ok) return timed;
    }
  }
  return ok(fitCosts(samples.parts, samples.shipping));
}

interface Samples {
  readonly parts: PartSample[];
  readonly shipping: ShippingSample[];
}

async function timeOnce(
  signal: AbortSignal,
  calibration: Calibration,
  part: CalibrationPart,
  run: number,
  samples: Samples,
  counts: boolean,
): Answer<null> {
  const { host, link, precision, now } = calibration;
  const paused = await pause(signal, link);
  if (!paused.ok) return paused;
  const tensor = calibrationInput(part);
  const startS = now();
  const ran = await host.run(signal, [tensor]);
  if (!ran.ok) return ran;
  const roundTripS = now() - startS;
  const sizes = [1, ...calibrationSizes];
  const elements = sizes[run % sizes.length]!;
  const tensors = [numbers('x', elements)];
  const sentS = now();
  const shipped = await link.ship(signal, { tensors, precisions: [precision], hops: [] });
  if (!shipped.ok) return shipped;
  if (counts) {
    samples.parts.push({ kind: part.kind, elements: part.elements, runS: ran.value.runS, roundTripS });
    samples.shipping.push({ elements, seconds: now() - sentS - shipped.value.linkS });
  }
  return ok(null);
}

function pause(signal: AbortSignal, link: LinkHost): ReturnType<LinkHost['ship']> {
  return link.ship(signal, { tensors: [], precisions: [], hops: wait });
}

/** As a link that takes a while. */
const wait = [{ bitsPerSecond: Infinity, fixedS: pauseS }] as const;

/** @param pauses - parts wait for one another; without, the model runs in a row */
export async function runWholeOnce(
  signal: AbortSignal,
  { host, link, precision, now }: Calibration,
  inputs: readonly WireTensor[],
  message: LinearCost,
  pauses: boolean,
): Answer<WholeRun> {
  let shippingS: number | null = null;
  if (pauses) {
    const sentS = now();
    const shipped = await link.ship(signal, {
      tensors: [numbers('x', 1)],
      precisions: [precision],
      hops: wait,
    });
    if (!shipped.ok) return shipped;
    shippingS = now() - sentS - shipped.value.linkS;
  }
  const copies = inputs.map(copyOf);
  const startS = now();
  const ran = await host.run(signal, copies);
  const roundTripS = now() - startS;
  if (!ran.ok) return ran;
  const { runS, outputs } = ran.value;
  const bytes = [...inputs, ...outputs].reduce((sum, { data }) => sum + data.byteLength, 0);
  return ok({ runS, messageS: Math.max(0, roundTripS - runS - message.perByteS * bytes), shippingS });
}

const fewestRuns = 5;
const mostRuns = 15;
/** A slow model is not run for longer than this [s]. */
const runsForS = 1.5;

/** What the loaded model takes in the rhythm of a run, one entry a run. */
export async function timeWhole(
  signal: AbortSignal,
  calibration: Calibration,
  inputs: readonly WireTensor[],
  message: LinearCost,
  pauses: boolean,
): Answer<readonly WholeRun[]> {
  const runs: WholeRun[] = [];
  const startS = calibration.now();
  while (runs.length < fewestRuns || (runs.length < mostRuns && calibration.now() - startS < runsForS)) {
    const ran = await runWholeOnce(signal, calibration, inputs, message, pauses);
    if (!ran.ok) return ran;
    runs.push(ran.value);
  }
  return ok(runs);
}

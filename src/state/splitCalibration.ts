/** Measures, on this device, what running in parts costs beside the blocks. */
import {
  calibrationInput,
  calibrationParts,
  calibrationSizes,
  numbers,
} from '../core/split/calibrationParts';
import { fitCosts, type PartSample, type ShippingSample } from '../core/split/fitCosts';
import type { CopyCosts } from '../core/split/types';
import { ok, type Result } from '../core/result';
import type { WirePrecision } from '../core/onnx/cut/shipTensor';
import type { PartLoad } from '../protocol/partApi';
import type { LinkHost, PartHost } from '../services/splitTypes';
import type { ExecutionFailure } from './splitExecution';

interface Calibration {
  /** Its part is replaced. */
  readonly host: PartHost;
  readonly link: LinkHost;
  readonly engine: Pick<PartLoad, 'backend' | 'threads'>;
  /** In which features are shipped. */
  readonly precision: WirePrecision;
  readonly now: () => number;
}

/** The first runs of a session allocate, and compile what runs for the first time. */
const uncounted = 4;
const counted = 12;

export async function calibrate(
  signal: AbortSignal,
  calibration: Calibration,
): Promise<Result<CopyCosts, ExecutionFailure>> {
  const parts: PartSample[] = [];
  const { host, engine, now } = calibration;
  for (const part of calibrationParts()) {
    const { kind, elements, model, inputs, outputs } = part;
    const load: PartLoad = {
      part: { from: 0, to: 1, model, external: [], inputs, outputs },
      optimisation: 'all',
      ...engine,
    };
    const loaded = await host.load(signal, load);
    if (!loaded.ok) return loaded;
    for (let run = 0; run < uncounted + counted; run++) {
      const tensor = calibrationInput(part);
      const startS = now();
      const ran = await host.run(signal, [tensor]);
      if (!ran.ok) return ran;
      const roundTripS = now() - startS;
      if (run >= uncounted) parts.push({ kind, elements, runS: ran.value.runS, roundTripS });
    }
  }
  const shipping = await timeShipping(signal, calibration);
  return shipping.ok ? ok(fitCosts(parts, shipping.value)) : shipping;
}

async function timeShipping(
  signal: AbortSignal,
  { link, precision, now }: Calibration,
): Promise<Result<readonly ShippingSample[], ExecutionFailure>> {
  const samples: ShippingSample[] = [];
  for (const elements of [1, ...calibrationSizes]) {
    for (let run = 0; run < uncounted + counted; run++) {
      const tensors = [numbers('x', elements)];
      const startS = now();
      const shipped = await link.ship(signal, { tensors, precisions: [precision], hops: [] });
      if (!shipped.ok) return shipped;
      const seconds = now() - startS - shipped.value.linkS;
      if (run >= uncounted) samples.push({ elements, seconds });
    }
  }
  return ok(samples);
}

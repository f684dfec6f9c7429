/** Measuring on this machine, one number of threads after the other. */
import { randomUUID } from 'node:crypto';
import { availableParallelism, cpus } from 'node:os';
import type { NodeRuntime } from '../edge/engine';
import { workloadChain } from '../src/core/model/workloadChain';
import type { ProfileDetails } from '../src/core/profile/detailsTypes';
import { unknownPageFacts } from '../src/core/profile/pageFacts';
import type { Profile } from '../src/core/profile/types';
import { err, ok, type Result } from '../src/core/result';
import { cleanName } from '../src/core/scenario/text';
import { profileWorkload } from '../src/profiling/profileWorkload';
import type { ModelSource } from '../src/protocol/modelFiles';
import type { ProfileProgress } from '../src/protocol/profilerApi';
import { profileFailureText } from './modelFaultText';

export interface MeasuredProfile {
  readonly profile: Profile;
  readonly details: ProfileDetails;
}

export interface MeasureOptions {
  readonly runtime: NodeRuntime;
  readonly source: ModelSource;
  readonly threads: number;
  /** null: the machine's processor. */
  readonly deviceName: string | null;
  /** ISO 8601. */
  readonly date: string;
  /** End-to-end median on one thread [s], where it was measured just before. */
  readonly oneThreadS: number | undefined;
}

const seed = 1;

/** The error is one line. */
export async function measureHere(
  { runtime, source, threads, deviceName, date, oneThreadS }: MeasureOptions,
  onProgress: (progress: ProfileProgress) => void,
): Promise<Result<MeasuredProfile, string>> {
  const request = { source, seed, backend: runtime.engine, threads, date, oneThreadS } as const;
  const measured = await profileWorkload(runtime.engineFor(threads), request, onProgress, () => ({
    ...unknownPageFacts,
    cores: availableParallelism(),
  }));
  if (!measured.ok) return err(profileFailureText(measured.error));
  const { modelKey, blocks, details } = measured.value;
  return ok({
    profile: {
      id: randomUUID(),
      deviceId: 'measured',
      deviceName: cleanName(deviceName ?? '') || processorName(),
      modelKey,
      modelName: workloadChain(source.workload).name,
      blocks,
      source: {
        ...measured.value.source,
        deviceDetails: machineFacts(runtime),
      },
    },
    details,
  });
}

const processorName = (): string => cleanName(cpus()[0]?.model ?? '') || 'A server';

function machineFacts({ engine, version }: NodeRuntime): string {
  const build = engine === 'native' ? 'native' : 'WebAssembly';
  return `${processorName()}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}, ONNX Runtime ${version} (${build})`;
}

/** Where a GPU offers no time stamps: every block in a session of its own, to be scaled to the whole. An estimate. */
import { stopping } from '../core/profile/stoppingRule';
import { err, ok, type Result } from '../core/result';
import type { ModelSource } from '../protocol/modelFiles';
import type { ProfileFailure } from '../protocol/profilerApi';
import type { Engine, RunnableModel } from './engine';
import { prepareBlocks } from './prepareModel';
import type { ReadProfiles } from './readProfiles';
import { createSampler, repeat } from './sampling';

/** The first runs compile and allocate. */
const warmUpRuns = 3;
const samples = stopping.minimumRuns;
const fewestSamples = stopping.fewestRuns;
/** Of a slow device fewer samples are taken: no block is given more than this [s]. */
const secondsPerBlock = 1;

/**
 * Samples of `blockRuns` are rows as if of runs of the whole. What a block needs alone includes handing it over and waiting
 * for it: the sum is well above the whole, so only the shares of the blocks are used.
 */
export async function measureBlocksAlone(
  engine: Engine,
  source: ModelSource,
  /** Blocks done, of how many. */
  onBlock: (done: number, count: number) => void,
): Promise<Result<Pick<ReadProfiles, 'blockRuns' | 'blockClockS' | 'kernels'>, ProfileFailure>> {
  const prepared = await prepareBlocks(source);
  if (!prepared.ok) return err({ kind: 'model-fault', fault: prepared.error });
  const columns: (readonly number[])[] = [];
  for (let block = 0; block < prepared.value.count; block += 1) {
    const model = prepared.value.blockOf(block);
    if (!model.ok) return err({ kind: 'model-fault', fault: model.error });
    columns.push(model.value === null ? [] : await measureAlone(engine, model.value));
    onBlock(block + 1, prepared.value.count);
    await engine.breathe();
  }
  const rows = Math.max(...columns.map((column) => column.length));
  const blockRuns = Array.from({ length: rows }, (_, row) =>
    Float64Array.from(columns, (column) => column[row % Math.max(1, column.length)] ?? 0),
  );
  return ok({ blockRuns, blockClockS: engine.clockS, kernels: [] });
}

/** Seconds a run, sample by sample; none where even many runs are too short for the clock. */
async function measureAlone(engine: Engine, model: RunnableModel): Promise<readonly number[]> {
  const isSoftwareGpu = engine.adapter()?.isFallback === true;
  const session = await engine.createSession(model, { profiled: false, inputsOnGpu: true });
  try {
    await repeat(session, isSoftwareGpu ? 1 : warmUpRuns);
    const sampler = await createSampler(engine, session, isSoftwareGpu);
    if (sampler === null) return [];
    const startS = engine.now();
    const taken: number[] = [];
    const isEnough = (): boolean =>
      taken.length >= fewestSamples && (isSoftwareGpu || engine.now() - startS >= secondsPerBlock);
    while (taken.length < samples && !isEnough()) taken.push(await sampler.sample());
    return taken;
  } finally {
    await session.release();
  }
}

/** Where a GPU offers no time stamps: every block in a session of its own, to be scaled to the whole. An estimate. */
import { modelledResolutionS } from '../core/profile/blockTime';
import { stopping } from '../core/profile/stoppingRule';
import type { BlockAlone } from '../core/profile/summariseRuns';
import { err, ok, type Result } from '../core/result';
import type { ModelSource } from '../protocol/modelFiles';
import type { ProfileFailure } from '../protocol/profilerApi';
import type { Engine, RunnableModel } from './engine';
import { prepareBlocks } from './prepareModel';
import { createSampler, repeat } from './sampling';

/** The first runs compile and allocate. */
const warmUpRuns = 3;
const samples = stopping.minimumRuns;
const fewestSamples = stopping.fewestRuns;
/** Of a slow device fewer samples are taken: no block is given more than this [s]. */
const secondsPerBlock = 1;

/**
 * Each block with as many samples as were taken of it. What a block needs alone includes handing it over and waiting for it:
 * the sum is well above the whole, so only the shares of the blocks are used.
 */
export async function measureBlocksAlone(
  engine: Engine,
  source: ModelSource,
  /** Blocks done, of how many. */
  onBlock: (done: number, count: number) => void,
): Promise<Result<readonly BlockAlone[], ProfileFailure>> {
  const prepared = await prepareBlocks(source);
  if (!prepared.ok) return err({ kind: 'model-fault', fault: prepared.error });
  const blocks: BlockAlone[] = [];
  for (let block = 0; block < prepared.value.count; block += 1) {
    const model = prepared.value.blockOf(block);
    if (!model.ok) return err({ kind: 'model-fault', fault: model.error });
    blocks.push(
      model.value === null
        ? { samplesS: [], belowS: modelledResolutionS }
        : await measureAlone(engine, model.value),
    );
    onBlock(block + 1, prepared.value.count);
    await engine.breathe();
  }
  return ok(blocks);
}

async function measureAlone(engine: Engine, model: RunnableModel): Promise<BlockAlone> {
  const isSoftwareGpu = engine.adapter()?.isFallback === true;
  const session = await engine.createSession(model, { profiled: false, inputsOnGpu: true });
  try {
    await repeat(session, isSoftwareGpu ? 1 : warmUpRuns);
    const sampler = await createSampler(engine, session, isSoftwareGpu);
    if (!sampler.ok) return { samplesS: [], belowS: sampler.error.belowS };
    const startS = engine.now();
    const samplesS: number[] = [];
    const isEnough = (): boolean =>
      samplesS.length >= fewestSamples && (isSoftwareGpu || engine.now() - startS >= secondsPerBlock);
    while (samplesS.length < samples && !isEnough()) samplesS.push(await sampler.value.sample());
    return { samplesS, belowS: engine.clockS };
  } finally {
    await session.release();
  }
}

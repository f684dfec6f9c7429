/** The process behind `createHostileOpener`: a model's bytes in, what opening it gave out. */
import { workloadChain } from '../../core/model/workloadChain';
import { findGraphFault } from '../../core/scenario/graphConsistency';
import type { ModelFiles } from '../../protocol/modelFiles';
import { inspectModel, openModel } from '../openModel';
import type { Outcome } from './hostileOpener';
import { createNodeModelRunner } from './nodeModelRunner';

const runner = createNodeModelRunner();

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  const files: ModelFiles = { name: 'hostile.onnx', model: new Blob([bytes]), external: [] };
  const facts = await inspectModel(files);
  if (!facts.ok) return { kind: facts.error.kind, message: 'not read' };
  const dims = Object.fromEntries(facts.value.asks.map(({ key }) => [key, 4]));
  const opened = await openModel(runner, { files, dims }, () => undefined);
  if (!opened.ok) {
    return { kind: opened.error.kind, message: 'message' in opened.error ? opened.error.message : '' };
  }
  const fault = findGraphFault(opened.value.graph);
  const isSound = fault === null && workloadChain(opened.value).boundaryBytes.every(Number.isFinite);
  return { kind: isSound ? 'opened' : 'unsound', message: JSON.stringify(fault) };
}

process.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  open(bytes).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => process.send?.({ kind: 'threw', message: String(error) }),
  );
});

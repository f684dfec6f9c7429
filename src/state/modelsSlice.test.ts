import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import type { ModelFiles } from '../protocol/modelFiles';
import { createAppStore } from './createAppStore';
import './modelWork';
import {
  bytesOf,
  createFakeModels,
  importedWorkload,
  modelFacts,
  modelFiles,
  modelPart,
} from './testing/fakeModels';
import { createFakeServices, settled } from './testing/fakeServices';
import { weightsOf } from './weightsOf';

const first = 'a'.repeat(32);
const second = 'b'.repeat(32);
const batch = { key: 'batch', places: [{ input: 'x', axis: 0 }], suggestion: 1 };

type Harness = ReturnType<typeof harness>;

function harness(kept?: ReturnType<typeof createFakeModels>['kept']) {
  const fake = createFakeModels();
  for (const [key, value] of kept ?? []) fake.kept.set(key, value);
  const { services, downloads } = createFakeServices({ models: fake.models, modelStore: fake.modelStore });
  const store = createAppStore(services);
  return { ...fake, downloads, store, services, state: () => store.getState() };
}

/** The code behind the actions is imported once more with the first of them: a few turns of the loop. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !holds(); turn += 1) await settled();
  expect(holds()).toBe(true);
}

async function read(at: Harness, files: ModelFiles, fingerprint: string, asks = [batch]): Promise<void> {
  const before = at.inspects.length;
  const reading = at.state().readModel(files);
  await until(() => at.inspects.length > before);
  await at.inspects.at(-1)!.answer(ok(modelFacts(fingerprint, asks)));
  if (asks.length > 0) await reading;
}

async function openedModel(at: Harness, fingerprint: string): Promise<void> {
  await read(at, modelFiles('tiny.onnx'), fingerprint);
  const opening = at.state().openModel({ batch: 2 });
  await until(() => at.opens.length > 0);
  await at.opens.at(-1)!.answer(ok(importedWorkload(fingerprint)));
  await opening;
}

let at: Harness;
beforeEach(() => {
  at = harness();
});

describe('opening a model', () => {
  it('asks for the sizes the file leaves open, then makes it what runs in one undo step', async () => {
    const before = at.state().scenario;
    await read(at, modelFiles('tiny.onnx'), first);
    expect(at.state().models.opening).toMatchObject({ status: 'asking', insteadOf: null });
    expect(at.state().scenario).toBe(before);
    const opening = at.state().openModel({ batch: 2 });
    await until(() => at.opens.length === 1);
    expect(at.opens[0]!.input.dims).toEqual({ batch: 2 });
    at.opens[0]!.progress({ phase: 'measuring-shapes', fraction: 0.5 });
    expect(at.state().models.opening).toMatchObject({ status: 'opening', progress: { fraction: 0.5 } });
    await at.opens[0]!.answer(ok(importedWorkload(first)));
    await opening;
    expect(at.state().models.opening).toEqual({ status: 'none' });
    expect(at.state().scenario.workload).toMatchObject({ kind: 'imported', fingerprint: first });
    at.state().undo();
    expect(at.state().scenario.workload).toEqual(before.workload);
    expect(at.state().canUndo).toBe(false);
  });

  it('opens at once where nothing is asked and nothing has to be known before', async () => {
    await read(at, modelFiles('tiny.onnx'), first, []);
    await until(() => at.opens.length === 1);
    expect(at.opens[0]!.input.dims).toEqual({});
  });

  it('keeps the files, and lists them newest first', async () => {
    await openedModel(at, first);
    expect(at.kept.get(first)?.model).toEqual({
      fingerprint: first,
      name: 'tiny.onnx',
      bytes: 3,
      openedAt: '2026-02-03T04:05:06.000Z',
    });
    expect(at.state().models.stored?.map(({ fingerprint }) => fingerprint)).toEqual([first]);
    expect(weightsOf(at.state().models, at.state().scenario.workload)).toBe('here');
  });

  it('works for the visit where the browser has no room, and says so', async () => {
    at.failures.storage = { kind: 'storage-full' };
    await openedModel(at, first);
    expect(at.state().notices).toMatchObject([{ kind: 'storage-error', failure: { kind: 'storage-full' } }]);
    expect(await at.state().modelFiles(importedWorkload(first))).toMatchObject({ name: 'tiny.onnx' });
    expect(weightsOf(at.state().models, importedWorkload(first))).toBe('here');
  });

  it('reads the kept copy from then on: the file on disk may change', async () => {
    const onDisk = modelFiles('tiny.onnx');
    const copy = modelFiles('tiny.onnx');
    await openedModel(at, first);
    at.kept.set(first, { ...at.kept.get(first)!, files: copy });
    // Opened once more: what is chosen is saved, and what was saved is what is read.
    at.modelStore.save = () => Promise.resolve(ok(null));
    const reading = at.state().readModel(onDisk);
    await until(() => at.inspects.length === 2);
    await at.inspects[1]!.answer(ok(modelFacts(first, [batch])));
    await reading;
    const opening = at.state().openModel({ batch: 2 });
    await until(() => at.opens.length === 2);
    await at.opens[1]!.answer(ok(importedWorkload(first)));
    await opening;
    expect(await at.state().modelFiles(importedWorkload(first))).toBe(copy);
    expect(at.state().models.atHand).toEqual([first]);
  });

  it('tells that the storage failed, not only that the files are missing', async () => {
    await at.state().loadModels();
    at.failures.storage = { kind: 'storage-unavailable', message: 'blocked' };
    expect(await at.state().modelFiles(importedWorkload(first))).toBe(null);
    expect(at.state().notices).toMatchObject([
      { kind: 'storage-error', failure: { kind: 'storage-unavailable', message: 'blocked' } },
    ]);
  });

  it('ends the worker and changes nothing when it is cancelled', async () => {
    const before = at.state().scenario;
    await read(at, modelFiles('tiny.onnx'), first);
    const opening = at.state().openModel({ batch: 1 });
    await until(() => at.opens.length === 1);
    at.state().cancelModel();
    await opening;
    await settled();
    expect(at.opens[0]!.signal.aborted).toBe(true);
    expect(at.state().models.opening).toEqual({ status: 'none' });
    await at.opens[0]!.answer(ok(importedWorkload(first)));
    expect(at.state().scenario).toBe(before);
    expect(at.kept.size).toBe(0);
  });

  it('tells why a file is no model, and keeps the work', async () => {
    const before = at.state().scenario;
    const reading = at.state().readModel(modelFiles('broken.onnx'));
    await until(() => at.inspects.length === 1);
    await at.inspects[0]!.answer(err({ kind: 'cut-short', detail: 'at byte 3' }));
    await reading;
    expect(at.state().models.opening).toMatchObject({
      status: 'failed',
      name: 'broken.onnx',
      fault: { kind: 'cut-short' },
    });
    expect(at.state().scenario).toBe(before);
  });

  it('keeps the sizes form for another try when opening fails', async () => {
    await read(at, modelFiles('tiny.onnx'), first);
    const opening = at.state().openModel({ batch: 9 });
    await until(() => at.opens.length === 1);
    await at.opens[0]!.answer(err({ kind: 'run-failed', message: 'Reshape does not fit' }));
    await opening;
    expect(at.state().models.opening).toMatchObject({ status: 'failed', facts: { fingerprint: first } });
    void at.state().openModel({ batch: 1 });
    await until(() => at.opens.length === 2);
    expect(at.opens[1]!.input.dims).toEqual({ batch: 1 });
  });

  it('ships as before when the same model is opened again with other sizes', async () => {
    await openedModel(at, first);
    at.state().edit((scenario) => ({
      ...scenario,
      workload: { ...importedWorkload(first), shipped: 'int8', rawInput: 'uint8' },
    }));
    await openedModel(at, first);
    expect(at.state().scenario.workload).toMatchObject({ shipped: 'int8', rawInput: 'uint8' });
  });
});

describe('dropped files', () => {
  const file = (name: string) => ({ name, ...bytesOf(7) });

  it('finds data that the model names by a path among files without one', async () => {
    const reading = at.state().readModelFiles([file('weights.bin'), file('net.onnx')]);
    await until(() => at.inspects.length === 1);
    expect(at.inspects[0]!.input.name).toBe('net.onnx');
    await at.inspects[0]!.answer(err({ kind: 'external-missing', paths: ['data/weights.bin'] }));
    await until(() => at.inspects.length === 2);
    expect(at.inspects[1]!.input.external.map(({ path }) => path)).toEqual(['data/weights.bin']);
    await at.inspects[1]!.answer(ok(modelFacts(first, [batch])));
    await reading;
    expect(at.state().models.opening.status).toBe('asking');
  });

  it('takes data dropped afterwards for the model that lacks it', async () => {
    const reading = at.state().readModelFiles([file('net.onnx')]);
    await until(() => at.inspects.length === 1);
    await at.inspects[0]!.answer(err({ kind: 'external-missing', paths: ['weights.bin'] }));
    await reading;
    void at.state().readModelFiles([file('weights.bin')]);
    await until(() => at.inspects.length === 2);
    expect(at.inspects[1]!.input).toMatchObject({ name: 'net.onnx', external: [{ path: 'weights.bin' }] });
  });

  it('says that no model is among several files', async () => {
    await at.state().readModelFiles([file('a.bin'), file('b.bin')]);
    expect(at.state().models.opening).toMatchObject({
      status: 'failed',
      fault: { kind: 'no-model', names: ['a.bin', 'b.bin'] },
    });
  });
});

describe('a shared model without its files', () => {
  beforeEach(async () => {
    at.state().edit((scenario) => ({ ...scenario, workload: importedWorkload(first) }));
    await at.state().loadModels();
    expect(weightsOf(at.state().models, at.state().scenario.workload)).toBe('missing');
  });

  it('takes the same file dropped without changing the document', async () => {
    const before = at.state().scenario;
    const reading = at.state().readModel(modelFiles('tiny.onnx'));
    await until(() => at.inspects.length === 1);
    await at.inspects[0]!.answer(ok(modelFacts(first, [batch])));
    await reading;
    expect(at.state().scenario).toBe(before);
    expect(at.state().models.opening).toEqual({ status: 'none' });
    expect(weightsOf(at.state().models, before.workload)).toBe('here');
    expect(at.kept.has(first)).toBe(true);
  });

  it('tells another file apart, and opens it only when asked to', async () => {
    const reading = at.state().readModel(modelFiles('other.onnx'));
    await until(() => at.inspects.length === 1);
    await at.inspects[0]!.answer(ok(modelFacts(second)));
    await reading;
    expect(at.state().models.opening).toMatchObject({ status: 'asking', insteadOf: 'tiny' });
    expect(at.opens).toEqual([]);
  });

  it('cannot check cuts, and says why', async () => {
    await at.state().checkCuts('all', 'fp32');
    expect(at.state().models.checking).toMatchObject({
      status: 'failed',
      fault: { kind: 'files-missing', name: 'tiny' },
    });
    expect(await at.state().cutModel([1], [])).toBe(null);
    expect(at.state().models.exporting).toMatchObject({ status: 'failed' });
  });
});

describe('kept models', () => {
  it('are there in a later visit, and open again from there', async () => {
    await openedModel(at, first);
    const later = harness(at.kept);
    await later.state().loadModels();
    void later.state().reopenModel(first);
    await until(() => later.inspects.length === 1);
    expect(later.inspects[0]!.input.name).toBe('tiny.onnx');
  });

  it('are gone for good when they are removed', async () => {
    await openedModel(at, first);
    await at.state().removeModel(first);
    expect(at.kept.size).toBe(0);
    expect(weightsOf(at.state().models, at.state().scenario.workload)).toBe('missing');
  });

  it('come back as they were when the removal is taken back', async () => {
    await openedModel(at, first);
    const before = at.kept.get(first)!;
    await at.state().removeModel(first);
    const notice = at.state().notices.at(-1)!;
    expect(notice).toMatchObject({ kind: 'done', text: 'Removed tiny.onnx.' });
    if (notice.kind === 'done') await notice.undo?.();
    expect(at.kept.get(first)).toEqual(before);
    expect(at.state().models.stored).toEqual([before.model]);
    expect(weightsOf(at.state().models, at.state().scenario.workload)).toBe('here');
  });

  it('stay listed where they could not be removed', async () => {
    await openedModel(at, first);
    at.modelStore.remove = () => Promise.resolve(err({ kind: 'storage-unavailable', message: 'blocked' }));
    await at.state().removeModel(first);
    expect(at.state().models.stored?.map(({ fingerprint }) => fingerprint)).toEqual([first]);
    expect(at.state().notices).toMatchObject([{ kind: 'storage-error' }]);
  });
});

describe('samples', () => {
  it('are fetched and read like a file', async () => {
    void at.state().openSample('tiny');
    await until(() => at.inspects.length === 1);
    expect(at.inspects[0]!.input.name).toBe('tiny.onnx');
    await at.inspects[0]!.answer(ok(modelFacts(first, [batch])));
    expect(at.state().models.opening).toMatchObject({ status: 'asking', dims: { batch: 7 } });
  });
});

describe('checking and cutting', () => {
  const cut = {
    boundary: 1,
    tensors: ['h'],
    absolute: 0,
    relative: 0,
    predictedBytes: 16,
    sentBytes: 16,
  };

  it('checks a catalogue model with weights that mean something, row by row', async () => {
    void at.state().checkCuts('disabled', 'fp32');
    await until(() => at.checks.length === 1);
    expect(at.checks[0]!.input).toMatchObject({
      source: { kind: 'catalogue', weights: 'seeded' },
      optimisation: 'disabled',
    });
    expect(at.checks[0]!.input.shipped).toBe(undefined);
    at.checks[0]!.progress({ phase: 'checking', fraction: 0.5 }, [cut]);
    expect(at.state().models.checking).toMatchObject({ status: 'running', cuts: [cut] });
    const check = { cuts: [cut], failures: [], optimisation: 'disabled' } as const;
    await at.checks[0]!.answer(ok(check));
    expect(at.state().models.checking).toMatchObject({ status: 'done', check });
  });

  it.each(['fp16', 'int8'] as const)('checks the error of features shipped as %s', async (shipped) => {
    void at.state().checkCuts('all', shipped);
    await until(() => at.checks.length === 1);
    expect(at.checks[0]!.input.shipped).toBe(shipped);
    await at.checks[0]!.answer(ok({ cuts: [cut], failures: [], optimisation: 'all' }));
    expect(at.state().models.checking).toMatchObject({ status: 'done', shipped });
  });

  it('ends at once when it is cancelled', async () => {
    void at.state().checkCuts('all', 'fp32');
    await until(() => at.checks.length === 1);
    at.state().cancelCheck();
    await settled();
    expect(at.checks[0]!.signal.aborted).toBe(true);
    expect(at.state().models.checking).toEqual({ status: 'idle' });
  });

  it('gives the parts of an imported model from its own files', async () => {
    await openedModel(at, first);
    const cutting = at.state().cutModel([1], ['head.data', 'tail.data']);
    await until(() => at.cuts.length === 1);
    expect(at.cuts[0]!.input).toMatchObject({
      source: { kind: 'imported', files: { name: 'tiny.onnx' } },
      boundaries: [1],
      dataFiles: ['head.data', 'tail.data'],
    });
    await at.cuts[0]!.answer(ok([modelPart(0, 1), modelPart(1, 2)]));
    expect((await cutting)?.map(({ to }) => to)).toEqual([1, 2]);
    expect(at.state().models.exporting).toEqual({ status: 'idle' });
  });

  it('is plain data', async () => {
    await openedModel(at, first);
    expect(structuredClone(at.state().models)).toEqual(at.state().models);
  });
});

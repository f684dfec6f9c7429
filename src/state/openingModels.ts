/** From files to the scenario's workload: read, ask for sizes, open. One at a time; a newer one ends the older. */
import type { ModelFacts } from '../core/onnx/modelFacts';
import { changeWorkload } from '../core/scenario/edits';
import type { ImportedWorkload } from '../core/scenario/types';
import type { ModelFiles } from '../protocol/modelFiles';
import { gatherModel, withPaths } from './gatherModel';
import type { ModelShelf } from './modelShelf';
import type { ModelActions, ModelsState, ModelTrouble, OpeningModel } from './modelsTypes';
import type { SliceContext } from './slice';
import type { Edit } from './types';
import { weightsOf } from './weightsOf';

type Dims = Readonly<Record<string, number>>;
type OpeningActions = Pick<
  ModelActions,
  'readModel' | 'readModelFiles' | 'openSample' | 'reopenModel' | 'openModel' | 'cancelModel'
>;

export function createOpening(
  { get, services }: SliceContext,
  patch: (change: Partial<ModelsState>) => void,
  shelf: ModelShelf,
  editBehindGesture: (edit: Edit) => void,
): OpeningActions {
  let controller = new AbortController();
  /** What was read last: being asked about, opened, or waiting for data that it lacks. */
  let inHand: ModelFiles | null = null;

  const show = (opening: OpeningModel): void => patch({ opening });
  const fail = (name: string, facts: ModelFacts | null, fault: ModelTrouble, dims: Dims = {}): void =>
    show({ status: 'failed', name, facts, dims, fault });
  const begin = (): AbortSignal => {
    controller.abort();
    controller = new AbortController();
    return controller.signal;
  };

  /** Reads the facts; data that the model names by a path is found by its name alone. */
  const inspect = async (signal: AbortSignal, files: ModelFiles) => {
    const facts = await services.models.inspect(signal, files);
    if (facts.ok || facts.error.kind !== 'external-missing') return { files, facts };
    const renamed = withPaths(files, facts.error.paths);
    if (renamed === null) return { files, facts };
    return { files: renamed, facts: await services.models.inspect(signal, renamed) };
  };

  const readModel = async (chosen: ModelFiles, suited: Dims = {}): Promise<void> => {
    const signal = begin();
    inHand = chosen;
    show({ status: 'reading', name: chosen.name });
    // A drop may be for the scenario's own model: whether that one waits for its files must be known.
    if (get().models.stored === null) await shelf.load();
    const { files, facts } = await inspect(signal, chosen);
    if (signal.aborted) return;
    inHand = files;
    if (!facts.ok) {
      if (facts.error.kind !== 'cancelled') fail(chosen.name, null, facts.error);
      return;
    }
    const waiting = waitingWorkload();
    if (waiting?.fingerprint === facts.value.fingerprint) {
      patch({ opening: { status: 'none' }, opened: facts.value });
      get().notify({
        kind: 'done',
        text: `The weights of ${waiting.name} are here: it can be measured, run and exported.`,
      });
      await shelf.keep(waiting.fingerprint, files);
      return;
    }
    const dims = openDims(facts.value.fingerprint) ?? suited;
    show({ status: 'asking', facts: facts.value, dims, insteadOf: waiting?.name ?? null });
    const { asks, verdicts } = facts.value;
    if (asks.length === 0 && verdicts.length === 0 && waiting === null) await openModel({});
  };

  /** The sizes it is open with, if it is what runs. */
  const openDims = (fingerprint: string): Dims | null => {
    const { workload } = get().scenario;
    return workload.kind === 'imported' && workload.fingerprint === fingerprint ? workload.dims : null;
  };

  const waitingWorkload = (): ImportedWorkload | null => {
    const { models, scenario } = get();
    const { workload } = scenario;
    return workload.kind === 'imported' && weightsOf(models, workload) === 'missing' ? workload : null;
  };

  const openModel = async (dims: Dims): Promise<void> => {
    const { opening } = get().models;
    const files = inHand;
    if (files === null || (opening.status !== 'asking' && opening.status !== 'failed')) return;
    const { facts } = opening;
    if (facts === null) return;
    const signal = begin();
    show({ status: 'opening', facts, progress: null });
    const opened = await services.models.open(signal, { files, dims }, (progress) => {
      if (!signal.aborted) show({ status: 'opening', facts, progress });
    });
    if (signal.aborted) return;
    if (!opened.ok) {
      if (opened.error.kind !== 'cancelled') fail(files.name, facts, opened.error, dims);
      return;
    }
    take(opened.value);
    if (!isScenarios(opened.value)) {
      fail(files.name, facts, { kind: 'not-taken' }, dims);
      return;
    }
    patch({ opening: { status: 'none' }, opened: facts });
    await shelf.keep(opened.value.fingerprint, files);
  };

  /** Opened again (with other sizes, say) it ships as it did. */
  const take = (opened: ImportedWorkload): void =>
    editBehindGesture((scenario) => {
      const { workload } = scenario;
      const same = workload.kind === 'imported' && workload.fingerprint === opened.fingerprint;
      const { shipped, rawInput } = same ? workload : opened;
      return changeWorkload(scenario, { ...opened, shipped, rawInput });
    });

  const isScenarios = ({ fingerprint }: ImportedWorkload): boolean => {
    const { workload } = get().scenario;
    return workload.kind === 'imported' && workload.fingerprint === fingerprint;
  };

  return {
    readModel: (files) => readModel(files),
    readModelFiles: async (files) => {
      const { opening } = get().models;
      const lacksData = opening.status === 'failed' && opening.fault.kind.startsWith('external-');
      const gathered = gatherModel(files, lacksData ? inHand : null);
      if (gathered !== null) {
        await readModel(gathered);
        return;
      }
      begin();
      const names = files.map(({ name }) => name);
      fail(names[0] ?? '', null, { kind: 'no-model', names });
    },
    openSample: async (id) => {
      const signal = begin();
      const sample = services.models.samples.find((one) => one.id === id);
      show({ status: 'reading', name: sample?.name ?? id });
      const fetched = await services.models.fetchSample(signal, id);
      if (signal.aborted) return;
      if (fetched.ok) await readModel(fetched.value, sample?.dims);
      else if (fetched.error.kind !== 'cancelled') fail(sample?.name ?? id, null, fetched.error);
    },
    reopenModel: async (fingerprint) => {
      const name = get().models.stored?.find((model) => model.fingerprint === fingerprint)?.name ?? '';
      const signal = begin();
      show({ status: 'reading', name });
      const files = await shelf.files({ fingerprint });
      if (signal.aborted) return;
      if (files !== null) await readModel(files);
      else fail(name, null, { kind: 'files-missing', name });
    },
    openModel,
    cancelModel: () => {
      controller.abort();
      inHand = null;
      show({ status: 'none' });
    },
  };
}

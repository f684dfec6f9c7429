/** What can stand in the way of a model, in words: why it cannot be opened, checked or cut, and what to know of one that can. */
import type { FaultPlace, ModelFacts } from '../../core/onnx/modelFacts';
import type { OpeningModel } from '../../state/modelsTypes';
import { formatBytes, formatNumber, formatWhole } from '../format';
import { asClause } from './asClause';
import type { Description } from './describe';

export type ModelTrouble = Extract<OpeningModel, { status: 'failed' }>['fault'];
type Verdict = ModelFacts['verdicts'][number];

export function describeModelTrouble(trouble: ModelTrouble): Description {
  switch (trouble.kind) {
    case 'not-onnx':
      return {
        title: `This is not an ONNX model: ${asClause(trouble.detail)}.`,
        action:
          'Choose a file that ends in .onnx. A PyTorch or TensorFlow model has to be exported to ONNX first.',
      };
    case 'cut-short':
      return {
        title: `The file ends too early: ${asClause(trouble.detail)}.`,
        action: 'It was probably not downloaded or copied to the end. Fetch it again.',
      };
    case 'too-large':
      return {
        title: `The model is ${formatBytes(trouble.bytes)}; up to ${formatBytes(trouble.limitBytes)} can be opened here.`,
        action: 'Choose a smaller model, or one with 16-bit or 8-bit weights.',
      };
    case 'external-missing':
      return {
        title: `The model keeps its weights in other files that are not here: ${listed(trouble.paths)}.`,
        action: 'Drop or choose them now, or together with the model.',
      };
    case 'external-short':
      return {
        title: `The file ${trouble.path} has ${formatWhole(trouble.found)} bytes; the model reads up to byte ${formatWhole(trouble.needed)}.`,
        action: 'It belongs to another model, or was not copied to the end.',
      };
    case 'inconsistent':
      return {
        title: `The model contradicts itself${placeText(trouble.at)}: ${asClause(trouble.detail)}.`,
        action: 'Export it again; the file as it is cannot be run by anything.',
      };
    case 'dims-missing':
      return {
        title: `The model does not say how large ${listed(trouble.keys)} ${trouble.keys.length === 1 ? 'is' : 'are'}.`,
        action: 'Give a size for each.',
      };
    case 'cannot-run': {
      const { title, action } = describeVerdict(trouble.verdict);
      return { title, action };
    }
    case 'run-failed':
      return {
        title: `ONNX Runtime could not run the model: ${asClause(trouble.message)}.`,
        action: 'Sizes that do not fit together are the usual cause: try others.',
      };
    case 'out-of-memory':
      return {
        title: `The model does not fit into this browser's memory: ${asClause(trouble.message)}.`,
        action: 'Close other tabs, choose smaller sizes, or take a smaller model.',
      };
    case 'took-too-long':
      return {
        title: `It was not done within ${formatNumber(trouble.limitS)} s and was ended.`,
        action: 'Choose smaller sizes or a smaller model, or try again when the machine is less busy.',
      };
    case 'worker-failed':
      return {
        title: `The work on the model stopped: ${asClause(trouble.message)}.`,
        action: 'Your scenario is untouched. Try again.',
      };
    case 'no-model':
      return {
        title: `No model is among the files ${listed(trouble.names)}.`,
        action: 'Choose a file that ends in .onnx, with the data files it names.',
      };
    case 'not-taken':
      return {
        title: 'The model was read, but its structure is larger than a scenario can hold.',
        action: 'Choose a model with fewer operators and tensors.',
      };
    case 'files-missing':
      return {
        title: `The weights of ${trouble.name} are not in this browser.`,
        action: 'Drop the same file to measure, run or export it. Everything else works without.',
      };
  }
}

/** Whether the verdict means that the model cannot run at all, and its words. */
export function describeVerdict(verdict: Verdict): Description & { readonly stops: boolean } {
  switch (verdict.kind) {
    case 'opset-too-new':
      return {
        stops: true,
        title: `It uses version ${verdict.found} of ${operatorSet(verdict.domain)}; ONNX Runtime here knows up to ${verdict.known}.`,
        action: `Export it again for opset ${verdict.known} or lower.`,
      };
    case 'ir-too-new':
      return {
        stops: true,
        title: `It is written in version ${verdict.found} of the ONNX format; ONNX Runtime here knows up to ${verdict.known}.`,
        action: 'Export it again with an older version of the exporter.',
      };
    case 'unknown-domain':
      return {
        stops: true,
        title: `The operator ${quoted(verdict.operator)} is from ${quoted(verdict.domain)}, which this page's ONNX Runtime does not have.`,
        action: 'Export it with standard operators.',
      };
    case 'not-a-tensor':
      return {
        stops: true,
        title: `The value ${quoted(verdict.value)} is not a tensor of numbers (it may be a sequence or text), so it cannot be fed or sent.`,
        action: 'Export the part of the model that works on tensors.',
      };
    case 'shape-unknown':
      return {
        stops: true,
        title: `The input ${quoted(verdict.value)} does not say how many dimensions it has.`,
        action: 'Export it with the shape of its inputs.',
      };
    case 'too-many-operators':
      return {
        stops: true,
        title: `It has ${formatWhole(verdict.found)} operators; up to ${formatWhole(verdict.limit)} can be opened.`,
        action: 'Simplify it first, or take a smaller model.',
      };
    case 'too-many-tensors':
      return {
        stops: true,
        title: `It has ${formatWhole(verdict.found)} tensors between its operators; up to ${formatWhole(verdict.limit)} can be opened.`,
        action: 'Simplify it first, or take a smaller model.',
      };
    case 'stays-whole':
      return {
        stops: false,
        title: `The operator ${quoted(verdict.operator)} (${verdict.operatorKind}) has a body of its own and stays whole.`,
        action:
          'No cut goes through it; before and after it there may be cuts. What it multiplies inside is not counted.',
      };
    case 'no-cut':
      return {
        stops: false,
        title: `Nowhere among its ${formatWhole(verdict.operators)} operators is a place to cut it.`,
        action: 'It runs on one node only.',
      };
  }
}

function placeText(place: FaultPlace): string {
  return place.what === 'model' ? '' : ` at the ${place.what} ${quoted(place.name)}`;
}

function operatorSet(domain: string): string {
  return domain === '' ? 'the ONNX operators' : `the operators of ${quoted(domain)}`;
}

function quoted(name: string): string {
  return name === '' ? 'without a name' : `"${name}"`;
}

/** At most three by name: a list from a stranger's file may be long. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => quoted(name));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

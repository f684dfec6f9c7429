/** What counts as a weight, as a parameter, and for which operator. */
import { multiplies } from './macsOf';
import type { Constant, OnnxModel, OnnxOperator, StoredValue } from './onnxModel';

/** A scalar or a list of a few whole numbers (limits of a clip, a shape, axes) is a setting of its operator. */
function isWeight({ type, shape, elements }: StoredValue): boolean {
  if (shape.length === 0 || type === 'string') return false;
  return !(isWhole(type) && shape.length === 1 && elements <= longestSetting);
}
const longestSetting = 16;
const isWhole = (type: string): boolean => type === 'int64' || type === 'int32' || type === 'bool';

/** What pads a tensor with one value is none, unless it stands for a kernel: weights for latency alone are made like that. */
export function isWeightOf({ node }: OnnxOperator, value: StoredValue): boolean {
  return isWeight(value) && (value.filled !== true || multiplies(node.opType));
}

/** Means and variances of a batch normalisation were counted while training, not learned: PyTorch does not count them either. */
const statistics: ReadonlyMap<string, readonly number[]> = new Map([['BatchNormalization', [3, 4]]]);

/** Whether elements of this weight are parameters; indices, masks and shapes are not. 32-bit biases of quantised models are. */
function isLearned({ type }: StoredValue, { kind }: OnnxOperator): boolean {
  if (type === 'int64' || type === 'bool') return false;
  return type !== 'int32' || /Q|Integer/.test(kind);
}

export interface Counted {
  readonly parameters: number;
  readonly weightBytes: number;
}

/** Parameters and bytes of the weights inside an operator and those it is the first to read; remembers them in `seen`. */
export function countWeights(
  operator: OnnxOperator,
  constants: ReadonlyMap<string, Constant>,
  seen: Set<string>,
): Counted {
  const { kind, node, constants: read, inside } = operator;
  let parameters = 0;
  let weightBytes = 0;
  const ofStatistics = new Set((statistics.get(kind) ?? []).map((place) => node.input[place]));
  for (const value of inside.filter((one) => isWeightOf(operator, one))) {
    weightBytes += value.bytes;
    if (isLearned(value, operator)) parameters += value.elements;
  }
  for (const name of read) {
    for (const value of constants.get(name)?.stored ?? []) {
      if (seen.has(value.name) || !isWeightOf(operator, value)) continue;
      seen.add(value.name);
      weightBytes += value.bytes;
      if (!ofStatistics.has(name) && isLearned(value, operator)) parameters += value.elements;
    }
  }
  return { parameters, weightBytes };
}

export function parametersOf(
  { operators, constants }: OnnxModel,
  seen: Set<string>,
): { readonly total: number } {
  let total = 0;
  for (const operator of operators) total += countWeights(operator, constants, seen).parameters;
  return { total };
}

/** Kernels of nodes that their file gives no name: ONNX Runtime reports them as kind and index ("Conv_7", "FusedConv_69"). */
import type { KernelCall, KernelRun } from '../parseOrtProfile';
import type { KnownNames } from './blockNames';

const kindAndIndex = /^([A-Za-z]\w*?)_(\d+)$/;

/**
 * Which block each such kernel belongs to, by its name; kernels that cannot be placed are left out. An index counts the nodes of
 * the file; kernels that a fusion made have indices beyond. Where there are as many kernels of a kind as operators, the k-th
 * is the k-th: in the file's order if all of them are the file's own nodes, else in running order, which is as near as it gets.
 * Otherwise an index names its operator, provided that this fits for every kernel.
 */
export function placeNameless(
  run: KernelRun,
  { operators }: KnownNames,
  isKnown: (name: string) => boolean,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  const kernels = run.calls.flatMap((call): Nameless[] => {
    const match = isKnown(call.name) ? null : kindAndIndex.exec(call.name);
    if (match === null || !saysItsKind(call, match[1]!)) return [];
    return [{ name: call.name, kind: match[1]!.replace(/^Fused/, ''), index: Number(match[2]) }];
  });
  const byPlace = new Map(operators.map((operator) => [operator.place, operator]));
  const isOriginal = ({ kind, index }: Nameless): boolean => byPlace.get(index)?.kind === kind;
  const last = Math.max(...byPlace.keys());
  const indexTells = kernels.every((kernel) => kernel.index > last || isOriginal(kernel));
  for (const kind of new Set(kernels.map((kernel) => kernel.kind))) {
    const ofKind = kernels.filter((kernel) => kernel.kind === kind);
    const mine = operators.filter((operator) => operator.kind === kind);
    if (mine.length === ofKind.length) {
      const inFileOrder = ofKind.every(({ index }) => index <= last);
      const ordered = inFileOrder ? ofKind.toSorted((a, b) => a.index - b.index) : ofKind;
      const targets = inFileOrder ? mine.toSorted((a, b) => a.place - b.place) : mine;
      ordered.forEach(({ name }, k) => placed.set(name, targets[k]!.block));
    } else if (indexTells) {
      for (const kernel of ofKind.filter(isOriginal))
        placed.set(kernel.name, byPlace.get(kernel.index)!.block);
    }
  }
  return placed;
}

interface Nameless {
  readonly name: string;
  /** Of the operator that leads it ("Conv" of a FusedConv). */
  readonly kind: string;
  readonly index: number;
}

const saysItsKind = ({ kind }: KernelCall, prefix: string): boolean => kind === '' || kind === prefix;

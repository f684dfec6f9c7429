/** Kernels of nodes that their file gives no name: ONNX Runtime reports them as kind and index ("Conv_7", "FusedConv_69"). */
import type { KernelCall, KernelRun } from '../parseOrtProfile';
import type { KnownOperator } from './blockNames';

/**
 * Which block each such kernel belongs to, by its name; kernels that cannot be placed are left out. First the file's own nodes:
 * an index counts all of them, also those that only make constants and are no operators here, so that it is ahead of the
 * operator's place by a distance that never falls. Then, of each kind, what fusions made, whose indices lie beyond the
 * file's: in running order, where as many operators of that kind are left in blocks that nothing was found of.
 *
 * @param operators - without names, in running order
 * @param lost - names that say nothing
 * @param found - blocks that have a kernel with a name
 */
export function placeNameless(
  run: KernelRun,
  operators: readonly KnownOperator[],
  lost: ReadonlySet<string>,
  found: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const kernels = run.calls.filter(({ name }) => lost.has(name)).flatMap(readName);
  const placed = placeByIndex(kernels, operators);
  const taken = new Set([...found, ...placed.values()]);
  const left = kernels.filter(({ name }) => !placed.has(name));
  for (const kind of new Set(left.map((kernel) => kernel.kind))) {
    const ofKind = left.filter((kernel) => kernel.kind === kind);
    const free = operators.filter((operator) => operator.kind === kind && !taken.has(operator.block));
    if (free.length === ofKind.length) ofKind.forEach(({ name }, k) => placed.set(name, free[k]!.block));
  }
  return placed;
}

interface Nameless {
  readonly name: string;
  /** Of the operator that leads it ("Conv" of a FusedConv). */
  readonly kind: string;
  readonly index: number;
  readonly isFused: boolean;
}

function readName({ name, kind }: KernelCall): readonly Nameless[] {
  const match = /^([A-Za-z]\w*?)_(\d{1,7})$/.exec(name);
  if (match === null || (kind !== '' && kind !== match[1])) return [];
  const isFused = match[1]!.startsWith('Fused');
  return [{ name, kind: match[1]!.replace(/^Fused/, ''), index: Number(match[2]), isFused }];
}

function placeByIndex(
  kernels: readonly Nameless[],
  operators: readonly KnownOperator[],
): Map<string, number> {
  const byPlace = new Map(operators.map((operator) => [operator.place, operator]));
  const placed = new Map<string, number>();
  let ahead = 0;
  for (const { name, kind, index } of kernels
    .filter(({ isFused }) => !isFused)
    .toSorted((a, b) => a.index - b.index)) {
    for (let distance = ahead; distance <= index; distance += 1) {
      const operator = byPlace.get(index - distance);
      if (operator?.kind !== kind) continue;
      placed.set(name, operator.block);
      ahead = distance;
      break;
    }
  }
  return placed;
}

/** Kernels of nodes that their file gives no name: ONNX Runtime reports them as kind and index ("Conv_7", "FusedConv_69"). */
import type { KernelCall, KernelRun } from '../parseOrtProfile';
import type { KnownNames } from './blockNames';

const kindAndIndex = /^([A-Za-z]\w*?)_(\d+)$/;

/**
 * Which block each such kernel belongs to, by its name; kernels that cannot be placed are left out. An index counts the nodes of
 * the file, so that it names the operator itself where no node was left out before it; otherwise, and for kernels that a
 * fusion made (their indices lie beyond the file's), the k-th kernel of a kind is the k-th operator of that kind, provided
 * there are equally many.
 */
export function placeNameless(
  run: KernelRun,
  { operators }: KnownNames,
  isKnown: (name: string) => boolean,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  const open = new Map<string, { readonly name: string; readonly index: number }[]>();
  for (const call of run.calls) {
    const match = isKnown(call.name) ? null : kindAndIndex.exec(call.name);
    if (match === null || !saysItsKind(call, match[1]!)) continue;
    const kind = plainKind(match[1]!);
    const list = open.get(kind) ?? [];
    list.push({ name: call.name, index: Number(match[2]) });
    open.set(kind, list);
  }
  for (const [kind, kernels] of open) {
    const mine = operators.filter((operator) => operator.kind === kind);
    if (mine.length === kernels.length) {
      const originals = kernels.every(({ index }) => index < operators.length);
      // Fused kernels got their indices in the order in which fusion came by; running order is as near as it gets.
      const inOrder = originals ? kernels.toSorted((a, b) => a.index - b.index) : kernels;
      inOrder.forEach(({ name }, k) => placed.set(name, mine[k]!.block));
      continue;
    }
    for (const { name, index } of kernels) {
      const operator = operators[index];
      if (operator?.kind === kind) placed.set(name, operator.block);
    }
  }
  return placed;
}

const saysItsKind = ({ kind }: KernelCall, prefix: string): boolean => kind === '' || kind === prefix;
const plainKind = (kind: string): string => kind.replace(/^Fused/, '');

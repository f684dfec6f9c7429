/** Which blocks are open, and what a selection means after one opens or folds. */
import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import { blockMembers, type GraphItem } from './operatorItems';

/** Graphs with more operators than this begin folded. */
const mostUnfolded = 60;

/** Everything where there is little of it; else the blocks that the cut goes through: what one came to see. */
export function blocksOpenAtFirst(view: OperatorsView): ReadonlySet<number> {
  if (view.operators.length <= mostUnfolded) return everyBlock(view);
  const members = blockMembers(view);
  return new Set(
    members.flatMap((operators, block) => {
      const first = operators[0] === undefined ? 0 : view.operators[operators[0]]!.label;
      return operators.some((operator) => view.operators[operator]!.label !== first) ? [block] : [];
    }),
  );
}

export function everyBlock(view: OperatorsView): ReadonlySet<number> {
  return new Set(view.blocks.keys());
}

export function toggledBlock(open: ReadonlySet<number>, block: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(block)) next.add(block);
  return next;
}

/** The box that a key stands for now: an operator in a folded block is that block, an open block its first operator. */
export function itemOfKey(items: readonly GraphItem[], key: string | null): number {
  if (key === null) return -1;
  const same = items.findIndex((item) => item.key === key);
  if (same >= 0) return same;
  const number = Number(key.slice(1));
  return key.startsWith('b')
    ? items.findIndex(({ block }) => block === number)
    : items.findIndex(({ operators }) => operators.includes(number));
}

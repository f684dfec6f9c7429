/** What changes at a tick, in words. */
import type { Breakpoint } from '../../core/solvers/types';
import type { Names } from '../errors/names';
import { formatMbps } from '../format';

/** "below 12.3 Mbit/s: blocks 1–12 on Phone, 13–55 on MEC host; above: all 55 blocks on Phone" */
export function tickText(tick: Breakpoint, names: Names, blockCount: number): string {
  const [below, above] = sidesText(tick, names, blockCount);
  const text = `below ${formatMbps(tick.capacityMbps)}: ${below}; above: ${above}`;
  return tick.proven ? text : `estimated: ${text}`;
}

/** What runs where below and above a tick. */
export function sidesText(tick: Breakpoint, names: Names, blockCount: number): readonly [string, string] {
  return [
    planText(tick.below, tick.belowCuts, names, blockCount),
    planText(tick.above, tick.aboveCuts, names, blockCount),
  ];
}

function planText(
  nodes: Breakpoint['below'],
  cuts: readonly number[] | undefined,
  names: Names,
  blockCount: number,
): string {
  if (nodes.length === 0) return 'no plan';
  if (cuts?.length !== nodes.length - 1) return `runs on ${nodes.map(names.node).join(' + ')}`;
  if (nodes.length === 1) return `all ${blockCount} blocks on ${names.node(nodes[0]!)}`;
  const bounds = [0, ...cuts, blockCount];
  const parts = nodes.map((node, index) => {
    const [from, to] = [bounds[index]! + 1, bounds[index + 1]!];
    return `${from === to ? String(to) : `${from}–${to}`} on ${names.node(node)}`;
  });
  return `blocks ${parts.join(', ')}`;
}

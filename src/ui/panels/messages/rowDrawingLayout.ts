/** The row of nodes as boxes with hops between them, and what has happened on it up to a step. */
import { fitText } from '../../charts/fitText';
import type { SciStep } from './sciSteps';

/** What a node has by now. */
export type NodeStatus =
  | { readonly kind: 'own-profile' }
  | { readonly kind: 'table' }
  | { readonly kind: 'ran'; readonly from: number; readonly to: number };

export interface RowState {
  readonly nodes: readonly NodeStatus[];
  /** Node in the middle of the step; null at the start and the end. */
  readonly active: number | null;
  /** hops[h]: what has crossed it by now. */
  readonly hops: readonly {
    readonly message: 'not-yet' | 'now' | 'sent';
    readonly tensor: 'not-yet' | 'now' | 'sent';
    /** Boundary that crossed it; null until it has. */
    readonly boundary: number | null;
  }[];
}

/** What has happened once `steps[at]` is done. */
export function rowStateAt(steps: readonly SciStep[], at: number, nodeCount: number): RowState {
  const nodes = Array.from({ length: nodeCount }, (): NodeStatus => ({ kind: 'own-profile' }));
  const hops = Array.from(
    { length: nodeCount - 1 },
    (): { -readonly [K in keyof RowState['hops'][number]]: RowState['hops'][number][K] } => ({
      message: 'not-yet',
      tensor: 'not-yet',
      boundary: null,
    }),
  );
  for (const [index, step] of steps.slice(0, at + 1).entries()) {
    const when = index === at ? 'now' : 'sent';
    if (step.kind === 'message') {
      nodes[step.node] = { kind: 'table' };
      hops[step.node - 1]!.message = when;
    } else if (step.kind === 'forward') {
      nodes[step.node] = { kind: 'ran', from: step.from, to: step.to };
      const hop = hops[step.node];
      if (hop !== undefined && step.shipS !== null) {
        hop.tensor = when;
        hop.boundary = step.to;
      }
    }
  }
  const now = steps[at];
  return { nodes, active: now !== undefined && 'node' in now ? now.node : null, hops };
}

export interface RowDrawing {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly boxY: number;
  readonly nodes: readonly { readonly x: number; readonly name: string }[];
  /** Messages travel left on the upper lane, tensors right on the lower one. */
  readonly hops: readonly { readonly from: number; readonly to: number; readonly middle: number }[];
  readonly lanes: { readonly message: number; readonly tensor: number };
}

/** Narrower than this a box could not name its node: the row scrolls sideways instead. */
const narrowestColumnEms = 12.5;
/** The frame of the node that acts is thick, and the row's place cuts off what lies beyond it. */
const marginPx = 2;
/** Wider boxes would only push the hops together. */
const widestBoxEms = 15;

export function rowDrawingLayout(
  names: readonly string[],
  size: { readonly width: number; readonly textPx: number },
): RowDrawing {
  const { textPx } = size;
  const count = names.length;
  const column = Math.max(textPx * narrowestColumnEms, (size.width - 2 * marginPx) / count);
  const boxWidth = Math.round(Math.min(column * 0.62, textPx * widestBoxEms));
  const gap = count > 1 ? (column * count - boxWidth * count) / (count - 1) : 0;
  const boxHeight = Math.round(textPx * 4.2);
  const boxY = Math.round(textPx * 0.4);
  const left = (index: number): number => marginPx + Math.floor(index * (boxWidth + gap));
  return {
    width: Math.floor(column * count) + 2 * marginPx,
    height: boxY + boxHeight + Math.round(textPx * 0.4),
    boxWidth,
    boxHeight,
    boxY,
    nodes: names.map((name, index) => ({ x: left(index), name: fitText(name, boxWidth - 12, textPx) })),
    hops: names.slice(1).map((_, index) => {
      const from = left(index) + boxWidth;
      const to = left(index + 1);
      return { from, to, middle: (from + to) / 2 };
    }),
    lanes: { message: boxY + boxHeight * 0.3, tensor: boxY + boxHeight * 0.74 },
  };
}

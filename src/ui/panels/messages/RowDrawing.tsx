import { useEffect, useId, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { blocksPhrase } from '../../explain/words';
import { formatBytes, formatWhole } from '../../format';
import { HatchPattern } from '../../charts/HatchPattern';
import { useSize } from '../../charts/useSize';
import { colourValue, onColourValue, type NodeColour } from '../../nodeColours';
import {
  rowDrawingLayout,
  rowStateAt,
  type NodeStatus,
  type RowDrawing as Layout,
  type RowState,
} from './rowDrawingLayout';
import type { ShownRow } from './RowStudy';
import type { SciStep } from './sciSteps';
import styles from './RowDrawing.module.css';

interface Props {
  readonly shown: ShownRow;
  readonly steps: readonly SciStep[];
  readonly step: number;
  /** Title and text of the step: what the drawing shows, in words. */
  readonly description: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The row with what each node has by now, and what is under way between two of them. */
export function RowDrawing({ shown, steps, step, description, onKeyDown }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const { names, colours } = shown;
  const layout = size.width === 0 ? null : rowDrawingLayout(names, size);
  const state = rowStateAt(steps, step, names.length);
  useActiveInSight(ref, layout, state.active);
  return (
    <div
      ref={ref}
      className={styles.row}
      role="group"
      tabIndex={0}
      aria-label={`The row of nodes. ${description}`}
      aria-keyshortcuts="ArrowLeft ArrowRight Home End Space"
      onKeyDown={onKeyDown}
    >
      {layout !== null && (
        <svg width={layout.width} height={layout.height} aria-hidden="true" className={styles.drawing}>
          <HatchPattern id={hatch} />
          {layout.hops.map((hop, index) => (
            <line
              key={index}
              x1={hop.from}
              x2={hop.to}
              y1={layout.boxY + layout.boxHeight / 2}
              y2={layout.boxY + layout.boxHeight / 2}
              className={styles.hop}
            />
          ))}
          {layout.nodes.map((node, index) => (
            <NodeBox
              key={index}
              layout={layout}
              x={node.x}
              name={node.name}
              status={state.nodes[index]!}
              active={state.active === index}
              colour={colours[index]!}
            />
          ))}
          <UnderWay layout={layout} state={state} shown={shown} hatch={hatch} step={step} />
        </svg>
      )}
    </div>
  );
}

interface BoxProps {
  readonly layout: Layout;
  readonly x: number;
  readonly name: string;
  readonly status: NodeStatus;
  readonly active: boolean;
  readonly colour: NodeColour;
}

function NodeBox({ layout, x, name, status, active, colour }: BoxProps) {
  const filled = status.kind === 'ran' && status.to > status.from;
  const middle = x + layout.boxWidth / 2;
  const ink = filled ? { fill: onColourValue(colour) } : undefined;
  return (
    <g data-active={active} className={styles.node}>
      <rect
        x={x}
        y={layout.boxY}
        width={layout.boxWidth}
        height={layout.boxHeight}
        rx={6}
        className={styles.box}
        style={filled ? { fill: colourValue(colour) } : undefined}
      />
      <text x={middle} y={layout.boxY + layout.boxHeight * 0.4} className={styles.name} style={ink}>
        {name}
      </text>
      <text x={middle} y={layout.boxY + layout.boxHeight * 0.75} className={styles.status} style={ink}>
        {statusText(status)}
      </text>
    </g>
  );
}

function statusText(status: NodeStatus): string {
  switch (status.kind) {
    case 'own-profile':
      return 'own times';
    case 'table':
      return 'has its table';
    case 'ran':
      return status.to > status.from ? blocksPhrase(status.from, status.to) : 'runs nothing';
  }
}

interface UnderWayProps {
  readonly layout: Layout;
  readonly state: RowState;
  readonly shown: ShownRow;
  readonly hatch: string;
  readonly step: number;
}

/** Messages on the upper lane, towards the UE; tensors on the lower one, hatched as every transfer. */
function UnderWay({ layout, state, shown, hatch, step }: UnderWayProps) {
  return state.hops.map((hop, index) => {
    const { from, to, middle } = layout.hops[index]!;
    const message = shown.row.messages.find((sent) => sent.from === index + 1);
    const travel = (start: number): CSSProperties => ({ '--from': `${start - middle}px` }) as CSSProperties;
    return (
      <g key={index}>
        {hop.message !== 'not-yet' && (
          // A new key for each step starts the motion again.
          <g
            key={hop.message === 'now' ? `now${step}` : 'sent'}
            data-when={hop.message}
            className={styles.travelling}
            style={travel(to)}
          >
            <path d={envelopePath(middle, layout.lanes.message)} className={styles.envelope} />
            {message !== undefined && (
              <text x={middle} y={layout.lanes.message - 11} className={styles.size}>
                ← {formatWhole(message.bytes)} B
              </text>
            )}
          </g>
        )}
        {hop.tensor !== 'not-yet' && hop.boundary !== null && (
          <g
            key={hop.tensor === 'now' ? `tensor${step}` : 'tensor'}
            data-when={hop.tensor}
            className={styles.travelling}
            style={travel(from)}
          >
            <rect
              x={middle - 8}
              y={layout.lanes.tensor - 8}
              width={16}
              height={16}
              rx={3}
              className={styles.tensor}
              style={{ fill: `url(#${hatch})` }}
            />
            <text x={middle} y={layout.lanes.tensor + 22} className={styles.size}>
              {formatBytes(shown.boundaryBytes[hop.boundary] ?? 0)} →
            </text>
          </g>
        )}
      </g>
    );
  });
}

/** An envelope with its flap, centred. */
function envelopePath(x: number, y: number): string {
  return `M${x - 11} ${y - 7}h22v14h-22z m0 0l11 8l11 -8`;
}

/** Where the row is wider than its place, the node that acts is scrolled into sight. */
function useActiveInSight(
  ref: React.RefObject<HTMLDivElement | null>,
  layout: Layout | null,
  active: number | null,
): void {
  const x = active === null ? null : (layout?.nodes[active]?.x ?? null);
  const width = layout?.boxWidth ?? 0;
  const seen = useRef(x);
  useEffect(() => {
    const box = ref.current;
    if (box === null || x === null || seen.current === x) return;
    seen.current = x;
    if (x < box.scrollLeft || x + width > box.scrollLeft + box.clientWidth)
      box.scrollLeft = x - (box.clientWidth - width) / 2;
  }, [ref, x, width]);
}

import { useEffect, useMemo, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { useSize } from '../../charts/useSize';
import { useTooltip, type Anchor } from '../../charts/useTooltip';
import { Button } from '../../primitives/Button';
import type { GraphCamera } from './graphCamera';
import { GraphOverview } from './GraphOverview';
import { graphKey } from './graphKeys';
import { hitAt, nextItem, type GraphHit } from './graphNavigation';
import { nodeRuns } from './nodeRuler';
import type { GraphPalette } from './graphScene';
import type { OperatorLayout } from './operatorLayout';
import type { GraphLooks } from './operatorLooks';
import type { Words } from './operatorWords';
import { useGraphCamera } from './useGraphCamera';
import { useGraphPaint } from './useGraphPaint';
import { useReveal } from './useReveal';
import styles from './Operators.module.css';

interface Props {
  readonly label: string;
  readonly layout: OperatorLayout;
  readonly looks: GraphLooks;
  readonly palette: GraphPalette | null;
  readonly nodeNames: readonly string[];
  readonly blockNames: readonly string[];
  readonly found: ReadonlySet<number>;
  /** Item index; -1 for none. */
  readonly selected: number;
  /** A jump of the search: shown large enough to be read. */
  readonly near: boolean;
  /** The block that was opened or folded last; null after all were. */
  readonly toggled: number | null;
  /** Of the drawing with what stands under it in the same frame [px]. */
  readonly height: number;
  readonly describe: (hit: GraphHit) => Words;
  /** Tells who saves pictures what is in sight. */
  readonly onCamera: (camera: GraphCamera | null) => void;
  readonly onSelect: (item: number) => void;
  readonly onToggle: (block: number) => void;
}

/** Height of the strip under the drawing with the gap between, and the least height that is shared with it [px]. */
const overviewPx = 36;
const leastOverviewedPx = 200;

/** The operator graph on a canvas: pan, zoom, hover, click and the keys. */
export function OperatorGraph(props: Props) {
  const { layout, looks, palette, nodeNames, blockNames, found, selected, toggled } = props;
  const overviewed = layout.metrics.horizontal && props.height >= leastOverviewedPx;
  const height = props.height - (overviewed ? overviewPx : 0);
  const [box, size] = useSize<HTMLDivElement>();
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [hovered, setHovered] = useState(-1);
  const tooltip = useTooltip<GraphHit>();
  const camera = useGraphCamera(area, layout, size, toggled);
  const { onCamera } = props;
  useEffect(() => onCamera(camera), [camera, onCamera]);
  const scene = useMemo(
    () => ({ layout, looks, runs: nodeRuns(layout), nodeNames, blockNames, found, selected, hovered }),
    [layout, looks, nodeNames, blockNames, found, selected, hovered],
  );
  useReveal(camera, layout, selected, props.near);
  useGraphPaint(canvas, camera, scene, palette, size);

  const hitOf = (event: MouseEvent<HTMLElement>): GraphHit | null => {
    if (camera === null) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { k, x, y } = camera.camera();
    return hitAt(layout, (event.clientX - left - x) / k, (event.clientY - top - y) / k);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'mouse' || camera === null) return;
    const hit = event.buttons === 0 ? hitOf(event) : null;
    event.currentTarget.style.cursor = hit === null ? '' : 'pointer';
    setHovered(hit?.kind === 'item' ? hit.item : -1);
    if (hit === null) tooltip.hide();
    else tooltip.show(hit, anchorOf(hit, layout, camera, event.currentTarget));
  };
  const click = (event: MouseEvent<HTMLElement>) => {
    const hit = hitOf(event);
    if (hit === null || camera === null) props.onSelect(-1);
    else if (hit.kind === 'head') props.onToggle(hit.block);
    else if (hit.kind === 'tag') tooltip.show(hit, anchorOf(hit, layout, camera, event.currentTarget));
    else {
      props.onSelect(hit.item);
      const { kind, block } = layout.items[hit.item]!.item;
      if (kind === 'block') props.onToggle(block);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const act = camera === null ? null : graphKey(event, layout.metrics.horizontal);
    if (act === null || camera === null) return;
    event.preventDefault();
    event.stopPropagation();
    tooltip.hide();
    if (act.kind === 'pan') camera.panBy(act.dx, act.dy);
    else if (act.kind === 'zoom') camera.zoomBy(act.factor);
    else if (act.kind === 'fit') camera.fit();
    else if (act.kind === 'deselect') props.onSelect(-1);
    else if (act.kind === 'toggle') {
      const block = layout.items[selected]?.item.block ?? -1;
      if (block >= 0) props.onToggle(block);
    } else {
      const next = nextItem(layout, selected, act.direction);
      if (next >= 0) props.onSelect(next);
    }
  };
  const shown = tooltip.active === null ? null : props.describe(tooltip.active.key);
  return (
    <div className={styles.graph}>
      <div ref={box} className={styles.field} style={{ height }}>
        <div
          ref={setArea}
          className={styles.area}
          role="application"
          aria-roledescription="operator graph"
          aria-label={props.label}
          aria-describedby="operator-keys"
          tabIndex={0}
          onPointerMove={point}
          onPointerLeave={() => {
            setHovered(-1);
            tooltip.hide();
          }}
          onWheel={tooltip.hide}
          onClick={click}
          onKeyDown={onKeyDown}
        >
          <canvas
            ref={setCanvas}
            className={styles.canvas}
            aria-hidden="true"
            data-operators={layout.items.length}
          />
        </div>
        <div className={styles.zoom} role="group" aria-label="Zoom the operator graph">
          <Button look="quiet" icon="minus" iconOnly onClick={() => camera?.zoomBy(1 / 1.4)}>
            Zoom out
          </Button>
          <Button look="quiet" icon="add" iconOnly onClick={() => camera?.zoomBy(1.4)}>
            Zoom in
          </Button>
          <Button look="quiet" icon="fit" iconOnly onClick={() => camera?.fit()}>
            Show all
          </Button>
        </div>
      </div>
      {overviewed && (
        <GraphOverview layout={layout} looks={looks} palette={palette} camera={camera} width={size.width} />
      )}
      {tooltip.active !== null && shown !== null && (
        <ChartTooltip anchor={tooltip.active.anchor} title={shown.title} lines={shown.lines} />
      )}
    </div>
  );
}

/** Where on the screen what was hit is. */
function anchorOf(hit: GraphHit, layout: OperatorLayout, camera: GraphCamera, area: HTMLElement): Anchor {
  const box =
    hit.kind === 'item'
      ? layout.items[hit.item]!
      : hit.kind === 'tag'
        ? hit.tag
        : layout.frames.find(({ block }) => block === hit.block)!;
  const { left, top } = area.getBoundingClientRect();
  const { k, x, y } = camera.camera();
  const height = hit.kind === 'head' ? layout.frames[0]!.headHeight : box.height;
  return {
    left: left + box.x * k + x,
    right: left + (box.x + box.width) * k + x,
    top: top + box.y * k + y,
    bottom: top + (box.y + height) * k + y,
  };
}

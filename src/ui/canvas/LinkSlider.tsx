import { ViewportPortal, useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { NetworkLink } from '../../core/network/types';
import { ticksTarget } from '../../state/ticksTarget';
import type { AppState } from '../../state/types';
import { selectShown, useApp } from '../../state/useStore';
import { CapacitySlider } from '../primitives/CapacitySlider';
import { findLink } from './documentIndex';
import { boxesOf } from './flowBoxes';
import type { FlowLink, Size } from './flowElements';
import { linkSegment, middleOf, nearestPoint, placeNear, type Box, type Point } from './linkGeometry';
import styles from './LinkSlider.module.css';

/** The link whose slider is on the canvas: the selected one, else the first one of the source. */
export function selectSliderLink(state: AppState): NetworkLink | null {
  const target = ticksTarget(selectShown(state), state.view.selectedLinks);
  return target === null ? null : (findLink(selectShown(state), target.link) ?? null);
}

interface Props {
  /** The same array while capacities change. */
  readonly links: readonly FlowLink[];
  readonly sizes: ReadonlyMap<string, Size>;
  /** How much larger than the plan texts are drawn. */
  readonly textScale: number;
}

/** The slider of a link, beside it on the plan and tied to it; never drawn smaller than life. */
export const LinkSlider = memo(function LinkSlider({ links, sizes, textScale }: Props) {
  const link = useApp(selectSliderLink);
  const nodes = useApp((state) => selectShown(state).nodes);
  const projector = useApp((state) => state.settings.projector);
  const scale = useStore(({ transform }) => Math.max(1, 1 / transform[2]));
  const id = link?.id;
  const symmetric = link?.symmetric ?? true;
  const place = useMemo(() => {
    if (id === undefined) return null;
    return placeSlider(
      id,
      nodes,
      links,
      boxesOf(nodes, sizes),
      sliderSize(symmetric, projector, scale),
      textScale,
    );
  }, [id, nodes, links, sizes, symmetric, projector, scale, textScale]);
  if (link === null || place === null) return null;
  const { anchor, box } = place;
  const end = nearestPoint(box, anchor);
  return (
    <ViewportPortal>
      <svg className={styles.leader} aria-hidden="true">
        <line x1={anchor.x} y1={anchor.y} x2={end.x} y2={end.y} />
      </svg>
      <svg className={styles.knot} aria-hidden="true">
        <circle cx={anchor.x} cy={anchor.y} r={5} />
      </svg>
      <div
        className={styles.slider}
        data-link-slider=""
        style={{
          width: box.width / scale,
          transform: `translate(${box.x - box.width / 2}px, ${box.y - box.height / 2}px) scale(${scale})`,
        }}
      >
        {symmetric ? (
          <CapacitySlider link={link} direction="both" compact />
        ) : (
          <>
            <CapacitySlider link={link} direction="aToB" compact />
            <CapacitySlider link={link} direction="bToA" compact />
          </>
        )}
      </div>
    </ViewportPortal>
  );
});

/** Room that the slider takes on the plan. */
export function sliderSize(symmetric: boolean, projector: boolean, scale: number): Size {
  const text = projector ? 1.25 : 1;
  return { width: 300 * text * scale, height: (symmetric ? 102 : 196) * text * scale };
}

/** Free space around boxes, on both sides together. */
const breath = 16;

/** Where the slider of a link goes: near its middle, clear of boxes and of the texts of all links if that can be. */
export function placeSlider(
  id: string,
  nodes: readonly { readonly id: string }[],
  links: readonly Pick<FlowLink, 'id' | 'source' | 'target'>[],
  boxes: readonly Box[],
  size: Size,
  textScale: number,
): { readonly anchor: Point; readonly box: Box } | null {
  const boxOfNode = new Map(nodes.map((node, index) => [node.id, boxes[index]!]));
  const middles = links.flatMap((link) => {
    const a = boxOfNode.get(link.source);
    const b = boxOfNode.get(link.target);
    const segment = a === undefined || b === undefined ? null : linkSegment(a, b);
    return segment === null ? [] : [{ id: link.id, middle: middleOf(segment) }];
  });
  const anchor = middles.find((entry) => entry.id === id)?.middle;
  if (anchor === undefined) return null;
  const texts = middles.map(({ middle }) => ({ ...middle, width: 100 * textScale, height: 90 * textScale }));
  const roomy = boxes.map((box) => ({ ...box, width: box.width + breath, height: box.height + breath }));
  return { anchor, box: { ...placeNear(anchor, size, [...roomy, ...texts]), ...size } };
}

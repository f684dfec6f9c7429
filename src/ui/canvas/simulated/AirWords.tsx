import { useStore } from '@xyflow/react';
import { useContext, useMemo, type CSSProperties } from 'react';
import type { NetworkLink } from '../../../core/network/types';
import { selectShown, useApp } from '../../../state/useStore';
import { boxesOf, segmentsOf } from '../flowBoxes';
import type { Size } from '../flowElements';
import { DetailContext, LabelPlacesContext, ScaleContext } from '../labelContext';
import { middleOf, type Box, type Segment } from '../linkGeometry';
import { airTexts } from './airTexts';
import { airWordsPlace } from './airWordsPlace';
import styles from './JourneyOverlay.module.css';
import type { ShownMoment } from './momentContext';

interface WordsProps {
  readonly segment: Segment;
  /** The mark of the UE, which the words go with; undefined: it has none. */
  readonly ue: Box | undefined;
  readonly link: NetworkLink;
  readonly shown: ShownMoment;
}

/** Their size at scale 1 [m]. */
const wordsPx = { width: 280, height: 10 };
/** A line, and so many at least: room for both directions, so that the words stand still while splits change. */
const linePx = 17.5;
const leastLines = 4;

/** On screen: kept free round the view, and what the scale of the plan and the credit of React Flow take [px]. */
const rimPx = 4;
const scaleBarPx: Size = { width: 140, height: 48 };
const creditPx: Size = { width: 84, height: 24 };
/** In a drawing with more links than this the words may lie on some. */
const manyLinks = 60;

/** Their letters at scale 1, and the least on screen [px]. */
const textHeightPx = 14;
const leastPx = 13;

/** SNR and capacities of the air, and what the present task sends over it. */
export function AirWords({ segment, ue, link, shown }: WordsProps) {
  const detail = useContext(DetailContext);
  const boxScale = useContext(ScaleContext);
  const zoom = useStore(({ transform }) => transform[2]);
  // Where boxes are small their texts are few letters; these words stay readable.
  const scale = Math.max(boxScale, leastPx / textHeightPx / zoom);
  const nodes = useApp((state) => selectShown(state).nodes);
  const links = useApp((state) => selectShown(state).links);
  const boxes = useMemo(() => boxesOf(nodes, detail, boxScale), [nodes, detail, boxScale]);
  const drawn = useMemo(
    () => (links.length > manyLinks ? [] : segmentsOf(links, nodes, boxes).filter((line) => line !== null)),
    [links, nodes, boxes],
  );
  const { sight, corners } = useSight();
  const { head, lines } = useMemo(() => airTexts(shown, link), [shown, link]);
  const height = wordsPx.height + linePx * Math.max(leastLines, lines.length + 1);
  const size = { width: wordsPx.width * scale, height: height * scale };
  const texts = useContext(LabelPlacesContext);
  const taken = useMemo(() => [...boxes, ...corners, ...texts.values()], [boxes, corners, texts]);
  const anchor = ue ?? middleOf(segment);
  const { x, y } = airWordsPlace(anchor, size, {
    boxes: taken,
    lines: [...drawn, segment],
    sight,
    isMoving: ue !== undefined,
    mark: ue,
  });
  return (
    <>
      <svg className={`${styles.drawing} ${styles.ground}`} aria-hidden="true">
        <line x1={anchor.x} y1={anchor.y} x2={x} y2={y} className={styles.leader} />
      </svg>
      <div
        className={styles.label}
        style={{ transform: `translate(${x}px, ${y}px)`, '--box-scale': scale } as CSSProperties}
      >
        <div className={styles.texts} data-air-words>
          <strong>{head}</strong>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      </div>
    </>
  );
}

/** The part of the plan that is in view, and what lies in its lower corners. */
function useSight(): { readonly sight: Box; readonly corners: readonly Box[] } {
  const [left, top, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return useMemo(() => {
    const onPlan = (x: number, y: number, size: Size): Box => ({
      x: (x - left) / zoom,
      y: (y - top) / zoom,
      width: size.width / zoom,
      height: size.height / zoom,
    });
    const inCorner = (x: number, size: Size) => onPlan(x, height - size.height / 2, size);
    return {
      sight: onPlan(width / 2, height / 2, { width: width - 2 * rimPx, height: height - 2 * rimPx }),
      corners: [inCorner(scaleBarPx.width / 2, scaleBarPx), inCorner(width - creditPx.width / 2, creditPx)],
    };
  }, [left, top, zoom, width, height]);
}

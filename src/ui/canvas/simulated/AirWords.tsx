import { useStore } from '@xyflow/react';
import { useContext, useMemo, type CSSProperties } from 'react';
import type { NetworkLink } from '../../../core/network/types';
import { selectShown, useApp } from '../../../state/useStore';
import { formatMbps, formatNumber } from '../../format';
import { boxesOf } from '../flowBoxes';
import { DetailContext, LabelPlacesContext, ScaleContext } from '../labelContext';
import { middleOf, type Box, type Segment } from '../linkGeometry';
import { transferParts } from '../linkModel';
import type { LinkTransfer } from '../planOverlay';
import { airWordsPlace } from './airWordsPlace';
import styles from './JourneyOverlay.module.css';

interface WordsProps {
  readonly segment: Segment;
  /** The mark of the UE, which the words go with; undefined: it has none. */
  readonly ue: Box | undefined;
  readonly link: NetworkLink;
  readonly snrDb: number | null;
  readonly air: readonly LinkTransfer[];
}

/** Their size at scale 1 [m]. */
const wordsPx = { width: 214, height: 62 };
/** Of a text of a link [m]: the widest are the rates of either way. */
const textPx = { width: 124, height: 36 };

/** Their letters at scale 1, and the least on screen [px]. */
const textHeightPx = 14;
const leastPx = 12;

/** SNR and capacities of the air, and what the present task sends over it. */
export function AirWords({ segment, ue, link, snrDb, air }: WordsProps) {
  const detail = useContext(DetailContext);
  const boxScale = useContext(ScaleContext);
  const zoom = useStore(({ transform }) => transform[2]);
  // Where boxes are small their texts are few letters; these words stay readable.
  const scale = Math.max(boxScale, leastPx / textHeightPx / zoom);
  const nodes = useApp((state) => selectShown(state).nodes);
  const boxes = useMemo(() => boxesOf(nodes, detail, boxScale), [nodes, detail, boxScale]);
  const sight = useSight();
  // Room for both directions, so that the words stand still while splits change.
  const size = { width: wordsPx.width * scale, height: wordsPx.height * scale };
  const texts = useContext(LabelPlacesContext);
  const taken = useMemo(() => {
    const ofText = { width: textPx.width * boxScale, height: textPx.height * boxScale };
    return [...boxes, ...[...texts.values()].map((place) => ({ ...place, ...ofText }))];
  }, [boxes, texts, boxScale]);
  const anchor = ue ?? middleOf(segment);
  const { x, y } = airWordsPlace(anchor, size, {
    boxes: taken,
    sight,
    isMoving: ue !== undefined,
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
          <strong>{snrDb === null ? 'no signal' : `SNR ${formatNumber(snrDb)} dB`}</strong>
          <span>
            up {formatMbps(link.aToBMbps)}, down {formatMbps(link.bToAMbps)}
          </span>
          {air.map((transfer) => (
            <span key={`${transfer.direction} ${transfer.boundary}`}>
              {transfer.direction === 'aToB' ? 'sends' : 'gets'} {transferParts(transfer).join(', ')}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

/** The part of the plan that is in view. */
function useSight(): Box {
  const [left, top, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return {
    x: (width / 2 - left) / zoom,
    y: (height / 2 - top) / zoom,
    width: width / zoom,
    height: height / zoom,
  };
}

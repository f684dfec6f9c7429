import { useStore } from '@xyflow/react';
import { useContext, useMemo } from 'react';
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

/** SNR and capacities of the air, and what the present task sends over it. */
export function AirWords({ segment, ue, link, snrDb, air }: WordsProps) {
  const detail = useContext(DetailContext);
  const scale = useContext(ScaleContext);
  const nodes = useApp((state) => selectShown(state).nodes);
  const boxes = useMemo(() => boxesOf(nodes, detail, scale), [nodes, detail, scale]);
  const sight = useSight();
  // Room for both directions, so that the words stand still while splits change.
  const size = { width: wordsPx.width * scale, height: wordsPx.height * scale };
  const texts = useContext(LabelPlacesContext);
  const taken = useMemo(() => {
    const ofText = { width: textPx.width * scale, height: textPx.height * scale };
    return [...boxes, ...[...texts.values()].map((place) => ({ ...place, ...ofText }))];
  }, [boxes, texts, scale]);
  const anchor = ue ?? middleOf(segment);
  const { x, y } = airWordsPlace(anchor, size, {
    boxes: taken,
    sight,
    isMoving: ue !== undefined,
  });
  return (
    <>
      <svg className={styles.drawing} aria-hidden="true">
        <line x1={anchor.x} y1={anchor.y} x2={x} y2={y} className={styles.leader} />
      </svg>
      <div className={styles.label} style={{ transform: `translate(${x}px, ${y}px)` }}>
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

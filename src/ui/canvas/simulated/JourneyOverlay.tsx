import { useInternalNode, ViewportPortal, type InternalNode } from '@xyflow/react';
import { memo, useContext, useMemo } from 'react';
import type { LinkId, NetworkLink, NodeId } from '../../../core/network/types';
import { simulationOf } from '../../../core/simulation/settings';
import { selectShown, useApp } from '../../../state/useStore';
import { accessArcs, drawnAir, peakMbps } from '../../panels/simulate/moment';
import { boxesOf, boxOf } from '../flowBoxes';
import { DetailContext, ScaleContext } from '../labelContext';
import { distanceTo, linkSegment, type Box, type Point } from '../linkGeometry';
import { LinkLine } from '../LinkLine';
import { NodeIcon } from '../NodeIcon';
import { AirWords } from './AirWords';
import styles from './JourneyOverlay.module.css';
import { breathOf } from './linksNow';
import { MomentContext, type ShownMoment } from './momentContext';
import { WayCorners } from './WayCorners';
import { UnlinkedMarks } from './UnlinkedMarks';
import { useWayEditing } from './wayEditingContext';
import { WayHint } from './WayHint';
import { wayMarks, wayPath } from './wayEdits';

/** What Simulate draws over the network: the UE's way, where the UE is, and the air between it and the cell that serves it. */
export function JourneyOverlay() {
  const shown = useContext(MomentContext);
  const { isOn } = useWayEditing();
  return (
    <>
      <ViewportPortal>
        <Way />
        <UnlinkedMarks />
        {shown !== null && <Ue shown={shown} />}
      </ViewportPortal>
      {isOn && <WayHint />}
    </>
  );
}

/** Of the document as it is, so that it follows a corner that is dragged. */
const Way = memo(function Way() {
  const { way, end } = useApp((state) => simulationOf(selectShown(state)).mobility);
  const { isOn } = useWayEditing();
  const isLoop = end === 'loop';
  return (
    <>
      <svg className={`${styles.drawing} ${styles.ground}`} aria-hidden="true">
        <path d={wayPath(way, isLoop)} className={styles.way} />
        {wayMarks(way, isLoop).map(({ x, y, angle }, index) => (
          <g key={index} transform={`translate(${x} ${y}) rotate(${angle})`}>
            <path d="M-3 -4.5L3 0L-3 4.5" className={styles.wayMark} />
          </g>
        ))}
      </svg>
      {isOn && <WayCorners way={way} />}
    </>
  );
});

/** The UE's size on the plan at scale 1 [m]. */
const ueSize = 34;

function Ue({ shown }: { readonly shown: ShownMoment }) {
  const { moment, scenario, run, air } = shown;
  const scale = useContext(ScaleContext);
  const drawn = drawnAir(moment);
  const cell = useInternalNode(drawn.cell ?? '');
  const home = useInternalNode(scenario.sourceId);
  const moves = simulationOf(scenario).mobility.way.length > 0;
  const place = { x: moment.xM, y: moment.yM };
  const at: Box | undefined = moves
    ? { ...place, width: ueSize * scale, height: ueSize * scale }
    : boxOfKnown(home);
  const to = boxOfKnown(cell);
  const segment = at === undefined || to === undefined ? null : linkSegment(at, to);
  const link = accessLink(shown);
  return (
    <>
      {segment !== null && link !== null && (
        <svg className={`${styles.drawing} ${styles.ground}`} aria-hidden="true">
          <LinkLine
            link={link}
            segment={segment}
            transfers={air}
            selected={false}
            breath={breathOf(Math.max(link.aToBMbps, link.bToAMbps), mostOf(run, drawn.cell))}
          />
        </svg>
      )}
      {link !== null && (
        // Beside its cell no line is left to draw, but the figures are.
        <AirWords
          segment={segment ?? { from: place, to: place }}
          ue={moves ? at : undefined}
          link={link}
          shown={shown}
        />
      )}
      {moves && <UeMark place={place} />}
    </>
  );
}

/** Where the UE is. Over a box it is a ring, so that what the box says is read through it. */
function UeMark({ place }: { readonly place: Point }) {
  const scale = useContext(ScaleContext);
  const detail = useContext(DetailContext);
  const nodes = useApp((state) => selectShown(state).nodes);
  const boxes = useMemo(() => boxesOf(nodes, detail, scale), [nodes, detail, scale]);
  const isOver = boxes.some((box) => distanceTo(box, place) < (ueSize / 2) * scale);
  return (
    <div
      className={styles.ue}
      style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
      data-simulated-ue
      data-over={isOver}
    >
      <span className={styles.ueMark}>
        <NodeIcon kind="ue" />
      </span>
    </div>
  );
}

function boxOfKnown(node: InternalNode | undefined): Box | undefined {
  return node === undefined ? undefined : boxOf(node);
}

/** The air as a link from the UE to the cell of its task, which is drawn; null where nobody serves it. */
function accessLink({ moment, scenario }: ShownMoment): NetworkLink | null {
  const { cell, downMbps, upMbps } = drawnAir(moment);
  if (cell === null) return null;
  return {
    id: `air ${cell}` as LinkId,
    a: scenario.sourceId,
    b: cell,
    aToBMbps: upMbps ?? 0,
    bToAMbps: downMbps ?? 0,
    symmetric: false,
    propagationMs: 0,
    overheadMs: 0,
    medium: 'wireless',
  };
}

/** The most that any cell's air carries in the run, so that cells can be compared. */
function mostOf(run: ShownMoment['run'], cell: NodeId | null): number {
  if (cell === null) return 0;
  const peaks = peakMbps(run);
  let most = 0;
  for (const { up, down } of accessArcs(run).values()) {
    most = Math.max(most, peaks[up ?? -1] ?? 0, peaks[down ?? -1] ?? 0);
  }
  return most;
}

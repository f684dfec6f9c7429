import { EdgeLabelRenderer, useInternalNode, type EdgeProps } from '@xyflow/react';
import { Fragment, memo, useContext, type ReactNode } from 'react';
import { workloadChain } from '../../core/model/workloadChain';
import type { LinkId, NetworkLink } from '../../core/network/types';
import type { Problem } from '../../core/scenario/problems';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { findLink, nameOf } from './documentIndex';
import type { FlowLink } from './flowElements';
import { boxOf } from './flowBoxes';
import { LabelPlacesContext, labelKey } from './labelContext';
import { angleOf, isSteep, linkSegment, type Point, type Segment } from './linkGeometry';
import { LinkLine } from './LinkLine';
import { arrowOf, capacityText, isDown, linkSummary, transferParts } from './linkModel';
import styles from './LinkView.module.css';
import { LinksNowContext, PaintedContext } from './paintedContext';
import { planOverlay, type LinkTransfer } from './planOverlay';
import { ProblemMark, useProblemTexts } from './ProblemMark';
import { problemMarks } from './problemMarks';
import { summaryId } from './screenReaderTexts';
import { TravellingBlocks } from './TravellingBlocks';

/** A link on the plan: a straight line between two boxes, drawn apart from the handles. It subscribes to itself. */
export const LinkView = memo(function LinkView({ id, source, target, selected, data }: EdgeProps<FlowLink>) {
  const a = useInternalNode(source);
  const b = useInternalNode(target);
  const link = useApp((state) => findLink(selectShown(state), id as LinkId));
  if (a === undefined || b === undefined || link === undefined) return null;
  const segment = linkSegment(boxOf(a), boxOf(b), data?.lane);
  return <KnownLink link={link} segment={segment} selected={selected ?? false} />;
});

interface Props {
  readonly link: NetworkLink;
  /** null: its nodes touch. */
  readonly segment: Segment | null;
  readonly selected: boolean;
}

function KnownLink({ link, segment, selected }: Props) {
  const { transfers, problems, blockCount, summary, now, breath, isReplaced } = useLinkFacts(link);
  return (
    <>
      {segment !== null && (
        <>
          <LinkLine
            link={now}
            segment={segment}
            transfers={transfers}
            selected={selected}
            breath={breath}
            isReplaced={isReplaced}
          />
          <TravellingBlocks segment={segment} transfers={transfers} blockCount={blockCount} />
        </>
      )}
      <EdgeLabelRenderer>
        {segment !== null && !isReplaced && (
          <LinkLabels
            link={now}
            segment={segment}
            transfers={transfers}
            problems={problems}
            selected={selected}
          />
        )}
        <span className="visually-hidden" id={summaryId('link', link.id)}>
          {summary}
        </span>
      </EdgeLabelRenderer>
    </>
  );
}

interface LabelProps extends Props {
  readonly segment: Segment;
  readonly transfers: readonly LinkTransfer[];
  readonly problems: readonly Problem[];
}

/** Capacity on one side of the line, what crosses it on the other, where there is room. */
function LinkLabels({ link, segment, transfers, problems, selected }: LabelProps) {
  const places = useContext(LabelPlacesContext);
  const capacity = places.get(labelKey(link.id, 'capacity'));
  const carried = places.get(labelKey(link.id, 'transfers'));
  const isInline = transfers.length > 1 || isSteep(segment);
  return (
    <>
      {capacity !== undefined && (
        <LinkLabel link={link.id} place={capacity} selected={selected}>
          <span className={styles.capacity} data-down={isDown(link)} data-used={transfers.length > 0}>
            {problems.length > 0 && <ProblemMark problems={problems} />}
            {capacityText(link)}
          </span>
        </LinkLabel>
      )}
      {carried !== undefined && (
        <LinkLabel link={link.id} place={carried} selected={selected}>
          {transfers.map((transfer) => {
            // Where something goes either way, each line says which.
            const arrow = transfers.length > 1 ? `${arrowOf(transfer.direction, angleOf(segment))} ` : '';
            const [bytes, time] = transferParts(transfer);
            return isInline ? (
              <span key={transfer.direction}>{`${arrow}${bytes}, ${time}`}</span>
            ) : (
              <Fragment key={transfer.direction}>
                <span>{bytes}</span>
                <span>{time}</span>
              </Fragment>
            );
          })}
        </LinkLabel>
      )}
    </>
  );
}

interface PlacedProps {
  readonly link: LinkId;
  readonly place: Point;
  readonly selected: boolean;
  readonly children: ReactNode;
}

function LinkLabel({ link, place, selected, children }: PlacedProps) {
  const store = useAppStore();
  return (
    <div className={styles.label} style={{ transform: `translate(${place.x}px, ${place.y}px)` }}>
      <div
        className={`${styles.texts} nopan`}
        data-selected={selected}
        onClick={() => store.getState().select([], [link])}
      >
        {children}
      </div>
    </div>
  );
}

const noTransfers: readonly LinkTransfer[] = [];
const noProblems: readonly Problem[] = [];

/** Everything a link shows, each piece subscribed to by itself. */
export function useLinkFacts(link: NetworkLink) {
  const { id } = link;
  const painted = useContext(PaintedContext);
  const linksNow = useContext(LinksNowContext);
  const planned = useApp((state) => planOverlay(selectShownPlan(state)).links.get(id) ?? noTransfers);
  const transfers = painted === null ? planned : (painted.overlay.links.get(id) ?? noTransfers);
  const problems = useApp(
    (state) => problemMarks(selectAnswer(state)?.solution.problems).links.get(id) ?? noProblems,
  );
  const answered = useApp((state) => {
    const answer = selectAnswer(state);
    return answer === null ? 0 : workloadChain(answer.scenario.workload).blocks.length;
  });
  const blockCount = painted?.blockCount ?? answered;
  const aName = useApp((state) => nameOf(selectShown(state), link.a));
  const bName = useApp((state) => nameOf(selectShown(state), link.b));
  const titles = useProblemTexts(problems).map(({ title }) => title);
  const held = linksNow?.get(id);
  const now = held?.link ?? link;
  const isReplaced = held?.isReplaced ?? false;
  const words = linkSummary(now, (end) => (end === 'a' ? aName : bName), transfers, blockCount, titles);
  const summary = isReplaced ? `${words}; not simulated: the air to the serving cell is` : words;
  return {
    transfers,
    problems,
    blockCount,
    aName,
    bName,
    summary,
    now,
    breath: held?.breath ?? 1,
    isReplaced,
  };
}

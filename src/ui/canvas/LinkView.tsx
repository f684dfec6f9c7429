import { EdgeLabelRenderer, useInternalNode, type EdgeProps } from '@xyflow/react';
import { Fragment, memo } from 'react';
import { workloadChain } from '../../core/model/workloadChain';
import type { LinkId, NetworkLink } from '../../core/network/types';
import type { Problem } from '../../core/scenario/problems';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { findLink, nameOf } from './documentIndex';
import type { FlowLink } from './flowElements';
import { boxOf } from './flowBoxes';
import { angleOf, isSteep, linkSegment, middleOf, type Segment } from './linkGeometry';
import { LinkLine } from './LinkLine';
import { arrowOf, capacityText, isDown, linkSummary, transferParts } from './linkModel';
import styles from './LinkView.module.css';
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
  const { transfers, problems, blockCount, summary } = useLinkFacts(link);
  return (
    <>
      {segment !== null && (
        <>
          <LinkLine link={link} segment={segment} transfers={transfers} selected={selected} />
          <TravellingBlocks segment={segment} transfers={transfers} blockCount={blockCount} />
        </>
      )}
      <EdgeLabelRenderer>
        {segment !== null && (
          <LinkLabel
            link={link}
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

/** Capacity on one side of the line, what crosses it on the other; beside a steep line both to its right. */
function LinkLabel({ link, segment, transfers, problems, selected }: LabelProps) {
  const store = useAppStore();
  const { x, y } = middleOf(segment);
  const steep = isSteep(segment);
  return (
    <div
      className={styles.label}
      data-steep={steep}
      data-used={transfers.length > 0}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <div
        className={`${styles.texts} nopan`}
        data-selected={selected}
        onClick={() => store.getState().select([], [link.id])}
      >
        <span className={styles.capacity} data-down={isDown(link)}>
          {problems.length > 0 && <ProblemMark problems={problems} />}
          {capacityText(link)}
        </span>
        <span className={styles.transfers}>
          {transfers.map((transfer) => {
            // Where something goes either way, each line says which.
            const arrow = transfers.length > 1 ? `${arrowOf(transfer.direction, angleOf(segment))} ` : '';
            const [bytes, time] = transferParts(transfer);
            return steep || transfers.length > 1 ? (
              <span key={transfer.direction}>{`${arrow}${bytes}, ${time}`}</span>
            ) : (
              <Fragment key={transfer.direction}>
                <span>{bytes}</span>
                <span>{time}</span>
              </Fragment>
            );
          })}
        </span>
      </div>
    </div>
  );
}

const noTransfers: readonly LinkTransfer[] = [];
const noProblems: readonly Problem[] = [];

/** Everything a link shows, each piece subscribed to by itself. */
export function useLinkFacts(link: NetworkLink) {
  const { id } = link;
  const transfers = useApp((state) => planOverlay(selectShownPlan(state)).links.get(id) ?? noTransfers);
  const problems = useApp(
    (state) => problemMarks(selectAnswer(state)?.solution.problems).links.get(id) ?? noProblems,
  );
  const blockCount = useApp((state) => {
    const answer = selectAnswer(state);
    return answer === null ? 0 : workloadChain(answer.scenario.workload).blocks.length;
  });
  const aName = useApp((state) => nameOf(selectShown(state), link.a));
  const bName = useApp((state) => nameOf(selectShown(state), link.b));
  const titles = useProblemTexts(problems).map(({ title }) => title);
  const summary = linkSummary(link, (end) => (end === 'a' ? aName : bName), transfers, blockCount, titles);
  return { transfers, problems, blockCount, aName, bName, summary };
}

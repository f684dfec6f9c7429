import { memo } from 'react';
import type { LinkId, NetworkLink, NetworkNode, NodeId } from '../../core/network/types';
import { selectShownPlan } from '../../state/selectors';
import { selectShown, useApp } from '../../state/useStore';
import { colourValue, onColourValue } from '../nodeColours';
import { CapacitySlider } from '../primitives/CapacitySlider';
import { CanvasProblems } from './CanvasProblems';
import { findLink, findNode } from './documentIndex';
import { capacityText, cargoText, isDown, transferText } from './linkModel';
import { useLinkFacts } from './LinkView';
import { useNodeFacts } from './NetworkNodeView';
import styles from './NetworkStrip.module.css';
import { NodeIcon } from './NodeIcon';
import { blocksText, workTimeText } from './nodeModel';
import { useProblemTexts } from './ProblemMark';
import { stripLabel } from './screenReaderTexts';
import { stripItems } from './stripModel';
import type { Problem } from '../../core/scenario/problems';

/** The chosen route from the UE to the sink as a list, for phones: what runs where, and a slider on every link. */
export function NetworkStrip() {
  const scenario = useApp(selectShown);
  const plan = useApp(selectShownPlan);
  return (
    <section className={styles.strip} aria-label={stripLabel}>
      <CanvasProblems />
      <ol className={styles.list}>
        {stripItems(scenario, plan).map((item) =>
          item.kind === 'node' ? (
            <NodeCard key={`node ${item.id}`} id={item.id} />
          ) : (
            <LinkCard key={`link ${item.id}`} id={item.id} />
          ),
        )}
      </ol>
    </section>
  );
}

const NodeCard = memo(function NodeCard({ id }: { readonly id: NodeId }) {
  const node = useApp((state) => findNode(selectShown(state), id));
  return node === undefined ? null : <KnownNodeCard node={node} />;
});

function KnownNodeCard({ node }: { readonly node: NetworkNode }) {
  const { role, texts, work, colour, problems, blockCount } = useNodeFacts(node);
  const blocks = work === undefined ? null : blocksText(work.ranges, blockCount);
  return (
    <li className={styles.node}>
      <span className={styles.icon}>
        <NodeIcon kind={node.kind} />
      </span>
      <span className={styles.name}>{node.name}</span>
      {role !== null && <span className={styles.soft}>{role}</span>}
      <p className={styles.device}>
        {texts.device}
        {texts.badge !== null && <em>, {texts.badge}</em>}
      </p>
      <Problems problems={problems} />
      {work !== undefined && blocks !== null && colour !== undefined && (
        <p className={styles.work} style={{ background: colourValue(colour), color: onColourValue(colour) }}>
          <strong>{blocks}</strong> <span>{workTimeText(work)}</span>
        </p>
      )}
    </li>
  );
}

const LinkCard = memo(function LinkCard({ id }: { readonly id: LinkId }) {
  const link = useApp((state) => findLink(selectShown(state), id));
  return link === undefined ? null : <KnownLinkCard link={link} />;
});

function KnownLinkCard({ link }: { readonly link: NetworkLink }) {
  const { transfers, problems, blockCount, aName, bName, now, isReplaced } = useLinkFacts(link);
  return (
    <li
      className={styles.link}
      data-medium={link.medium}
      data-used={transfers.length > 0}
      data-down={isDown(now)}
    >
      {transfers.map((transfer) => (
        <p key={transfer.direction} className={styles.transfer}>
          <strong>{transferText(transfer)}</strong>{' '}
          <span>
            {cargoText(transfer.boundary, blockCount)} to {transfer.direction === 'aToB' ? bName : aName}
          </span>
        </p>
      ))}
      {now !== link && <p className={styles.soft}>Now {capacityText(now)}</p>}
      {isReplaced && <p className={styles.soft}>Simulated as the air to the serving cell</p>}
      {link.symmetric ? (
        <CapacitySlider link={link} direction="both" />
      ) : (
        <>
          <CapacitySlider link={link} direction="aToB" />
          <CapacitySlider link={link} direction="bToA" />
        </>
      )}
      <Problems problems={problems} />
    </li>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return useProblemTexts(problems).map(({ title, action }) => (
    <p key={title} className={styles.problem}>
      <strong>{title}</strong> {action}
    </p>
  ));
}

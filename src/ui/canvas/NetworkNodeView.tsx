import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useContext, type CSSProperties } from 'react';
import type { NetworkNode, NodeId } from '../../core/network/types';
import { workloadChain } from '../../core/model/workloadChain';
import type { Problem } from '../../core/scenario/problems';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import { selectShown, useApp } from '../../state/useStore';
import { colourValue, onColourValue, type NodeColour } from '../nodeColours';
import { solutionColours } from '../solutionColours';
import { boxSize } from './boxScale';
import { findNode } from './documentIndex';
import type { FlowNode } from './flowElements';
import { DetailContext } from './labelContext';
import styles from './NetworkNodeView.module.css';
import { NodeIcon } from './NodeIcon';
import { PaintedContext } from './paintedContext';
import { blocksText, deviceTexts, nodeSummary, workTimeText, type DeviceTexts } from './nodeModel';
import { planOverlay, type NodeWork } from './planOverlay';
import { ProblemMark, useProblemTexts } from './ProblemMark';
import { problemMarks } from './problemMarks';
import { RenameField } from './RenameField';
import { summaryId } from './screenReaderTexts';

/** A node on the plan. It subscribes to itself, so that a change elsewhere leaves it alone. */
export const NetworkNodeView = memo(function NetworkNodeView({ id }: NodeProps<FlowNode>) {
  const node = useApp((state) => findNode(selectShown(state), id as NodeId));
  return node === undefined ? null : <KnownNode node={node} />;
});

const noProblems: readonly Problem[] = [];

function KnownNode({ node }: { readonly node: NetworkNode }) {
  const facts = useNodeFacts(node);
  const renaming = useApp((state) => state.view.renaming === node.id);
  const { role, texts, work, colour, problems, blockCount, summary } = facts;
  const blocks = work === undefined ? null : blocksText(work.ranges, blockCount);
  const size = boxSize(node, useContext(DetailContext));
  // "IAB node 3": narrow boxes with no line to spare begin with what tells it from the others.
  const first = node.name.length > 9 ? (/^\S+ /.exec(node.name)?.[0] ?? '') : '';
  return (
    <div
      className={styles.node}
      style={
        { ...size, '--on-colour': colour === undefined ? 'inherit' : onColourValue(colour) } as CSSProperties
      }
      data-kind={node.kind}
      data-route={work !== undefined}
      data-working={blocks !== null}
    >
      {/* Links are drawn between boxes, not between handles: one to draw from, one to be found anywhere on the box. */}
      <Handle type="target" position={Position.Left} className={styles.target} isConnectableStart={false} />
      <div className={styles.head}>
        <span className={styles.icon}>
          <NodeIcon kind={node.kind} />
        </span>
        {renaming ? (
          <RenameField node={node} />
        ) : (
          <span className={styles.name} title={node.name}>
            {first !== '' && <span className={styles.first}>{first}</span>}
            {node.name.slice(first.length)}
          </span>
        )}
        {problems.length > 0 && (
          <span className={styles.problems}>
            <ProblemMark problems={problems} />
          </span>
        )}
      </div>
      <NodeDevice texts={texts} role={role} />
      {work !== undefined && blocks !== null && colour !== undefined ? (
        <NodeBand work={work} blocks={blocks} colour={colour} />
      ) : (
        texts.badge !== null && <div className={`${styles.band} ${styles.idle}`}>runs no block</div>
      )}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.source}
        title="Drag to another node to connect"
      />
      <span className="visually-hidden" id={summaryId('node', node.id)}>
        {summary}
      </span>
    </div>
  );
}

interface DeviceProps {
  readonly texts: DeviceTexts;
  readonly role: 'source' | 'sink' | null;
}

function NodeDevice({ texts, role }: DeviceProps) {
  return (
    <div className={styles.device} title={texts.how === '' ? undefined : texts.how}>
      <span className={styles.deviceName}>{texts.device}</span>
      {texts.badge !== null && (
        <span className={styles.badge} data-badge={texts.badge}>
          {texts.badge}
        </span>
      )}
      {role !== null && <span className={styles.role}>{role}</span>}
    </div>
  );
}

interface BandProps {
  readonly work: NodeWork;
  readonly blocks: string;
  readonly colour: NodeColour;
}

/** What runs here, always as high as where nothing does, so that boxes stand still while a slider is dragged: the coloured foot of the box, with the part of the time it takes. */
function NodeBand({ work, blocks, colour }: BandProps) {
  // Small boxes leave out "of 55", and then the words; of all blocks they say the range.
  const [, word, part, whole] = /^(all |blocks? )?(.*?)( of \d+)?$/.exec(blocks) ?? [];
  const all = /^all (\d+) blocks$/.exec(blocks)?.[1];
  return (
    <div className={styles.band} style={{ background: colourValue(colour), color: onColourValue(colour) }}>
      <span className={styles.blocks} title={blocks}>
        <span className={styles.word}>{all === undefined ? word : blocks}</span>
        {all === undefined ? part : <span className={styles.range}>{`1–${all}`}</span>}
        <span className={styles.whole}>{whole}</span>
      </span>
      <span className={styles.time}>{workTimeText(work)}</span>
      <span className={styles.share}>
        <span className={styles.shareFill} style={{ transform: `scaleX(${work.share})` }} />
      </span>
    </div>
  );
}

/** Everything a node shows, each piece subscribed to by itself. */
export function useNodeFacts(node: NetworkNode) {
  const { id } = node;
  const role = useApp((state) => {
    const { sourceId, sinkId } = selectShown(state);
    return id === sourceId ? ('source' as const) : id === sinkId ? ('sink' as const) : null;
  });
  const texts = useApp((state) => deviceTexts(selectShown(state), node, state.measuredHere));
  const painted = useContext(PaintedContext);
  const planned = useApp((state) => planOverlay(selectShownPlan(state)).nodes.get(id));
  const work = painted === null ? planned : painted.overlay.nodes.get(id);
  const hue = useApp((state) => {
    const answer = selectAnswer(state);
    return answer === null ? undefined : solutionColours(answer.solution).get(id);
  });
  const colour = painted?.colours.get(id) ?? hue;
  const problems = useApp(
    (state) => problemMarks(selectAnswer(state)?.solution.problems).nodes.get(id) ?? noProblems,
  );
  const answered = useApp((state) => {
    const answer = selectAnswer(state);
    return answer === null ? 0 : workloadChain(answer.scenario.workload).blocks.length;
  });
  const blockCount = painted?.blockCount ?? answered;
  const titles = useProblemTexts(problems).map(({ title }) => title);
  const summary = nodeSummary(node, role, texts, work, blockCount, titles);
  return { role, texts, work, colour, problems, blockCount, summary };
}

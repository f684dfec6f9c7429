import { useMemo, useState, type ReactNode } from 'react';
import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import { ChartFrame } from '../../charts/ChartFrame';
import { pageLook } from '../../charts/exportChart';
import { formatSeconds } from '../../format';
import type { NodeColour } from '../../nodeColours';
import { Button } from '../../primitives/Button';
import { useMedia } from '../../shell/useMedia';
import { findOperators } from './findOperators';
import type { GraphCamera } from './graphCamera';
import { everyBlock, itemOfKey, toggledBlock } from './graphFolding';
import type { GraphHit } from './graphNavigation';
import { GraphSearch } from './GraphSearch';
import { nodeRuns } from './nodeRuler';
import { OperatorGraph } from './OperatorGraph';
import { operatorItems } from './operatorItems';
import { operatorLayout, tallMetrics, wideMetrics } from './operatorLayout';
import { OperatorLegend } from './OperatorLegend';
import { graphLooks, longestOperator } from './operatorLooks';
import { operatorPicture } from './operatorPicture';
import { operatorsTable } from './operatorsTable';
import { describeItem, describeNet, leadSentence, notModelled, summarySentence } from './operatorWords';
import { ProofSection } from './ProofSection';
import { SelectedItem } from './SelectedItem';
import { ShadingSelect } from './ShadingSelect';
import { useGraphPalette } from './useGraphPalette';
import { useGraphView } from './useGraphView';
import { useRoomBelow } from './useRoomBelow';
import styles from './Operators.module.css';

interface Props {
  /** Which graph it is: another one is looked at anew. */
  readonly graph: string;
  readonly view: OperatorsView;
  /** Of the nodes of the row. */
  readonly nodeNames: readonly string[];
  readonly colours: readonly NodeColour[];
  readonly stale: boolean;
  /** Which graph is shown: on a wide page under the drawing, which needs the dock's height. */
  readonly options: ReactNode;
}

/** Of the drawing, where the dock has less. */
const leastHeightPx = 120;
const phoneHeightPx = 440;

/** The labelled graph with its options, words, table and proof. */
export function OperatorsChart({ graph, view, nodeNames, colours, stale, options }: Props) {
  const narrow = useMedia('(max-width: 719px)');
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [camera, setCamera] = useState<GraphCamera | null>(null);
  const [body, setBody] = useState<HTMLDivElement | null>(null);
  const room = useRoomBelow(body);
  const [{ open, toggled, selected: selection, shading, search }, change] = useGraphView(view, graph);
  const palette = useGraphPalette(root, colours);
  const nodeName = useMemo(() => (label: number) => nodeNames[label] ?? 'a removed node', [nodeNames]);
  const { items, nets } = useMemo(() => operatorItems(view, open), [view, open]);
  const layout = useMemo(
    () => operatorLayout({ items, nets }, narrow ? tallMetrics : wideMetrics),
    [items, nets, narrow],
  );
  const looks = useMemo(
    () => graphLooks(view, items, nets, shading, nodeName),
    [view, items, nets, shading, nodeName],
  );
  const longest = useMemo(() => longestOperator(view, shading), [view, shading]);
  const blockNames = useMemo(() => view.blocks.map(({ label }) => label), [view]);
  const table = useMemo(() => operatorsTable(view, nodeName), [view, nodeName]);
  const matches = useMemo(() => findOperators(view, search.text), [view, search.text]);
  const found = useMemo(() => {
    const wanted = new Set(matches);
    return new Set(
      items.flatMap(({ operators }, item) => (operators.some((it) => wanted.has(it)) ? [item] : [])),
    );
  }, [items, matches]);
  const selected = itemOfKey(items, selection.key);
  const selectedItem = items[selected] ?? null;

  const toggle = (block: number) => {
    change({
      open: toggledBlock(open, block),
      toggled: block,
      selected: { key: open.has(block) ? `b${block}` : selection.key, near: false },
    });
  };
  /** Shows an operator, its block opened. */
  const shownAt = (operator: number) => {
    const { block } = view.operators[operator]!;
    return {
      open: open.has(block) ? open : toggledBlock(open, block),
      selected: { key: `o${operator}`, near: true },
    };
  };
  const jump = (step: 1 | -1) => {
    const at =
      search.at < 0 && step < 0 ? matches.length - 1 : (search.at + step + matches.length) % matches.length;
    change({ search: { ...search, at }, ...shownAt(matches[at]!) });
  };
  const describe = (hit: GraphHit) => {
    if (hit.kind === 'item') return describeItem(view, items[hit.item]!, nodeName);
    if (hit.kind === 'tag') return describeNet(nets[hit.net]!, nodeName);
    return { title: blockNames[hit.block]!, lines: ['Fold this block'] };
  };
  const picture = (format: 'svg' | 'png') => {
    if (palette === null) return null;
    const scene = {
      layout,
      looks,
      runs: nodeRuns(layout),
      nodeNames,
      blockNames,
      found,
      selected: -1,
      hovered: -1,
    };
    const field = camera?.field();
    const inSight =
      camera === null || field === undefined
        ? null
        : { camera: camera.camera(), width: field.screenWidth, height: field.screenHeight };
    return operatorPicture(scene, palette, pageLook().font, format, inSight);
  };

  return (
    <div ref={setRoot} className={styles.chart}>
      {narrow && options}
      <ChartFrame
        title={`Operators of ${view.modelName}`}
        summary={summarySentence(view)}
        lead={<p>{leadSentence(view, nodeName)}</p>}
        table={table}
        fileName="operators"
        stale={stale}
        picture={picture}
        controls={
          <>
            <GraphSearch
              text={search.text}
              found={matches.length}
              at={search.at}
              onText={(text) => change({ search: { text, at: -1 } })}
              onJump={jump}
            />
            <Button look="quiet" onClick={() => change({ open: everyBlock(view), toggled: null })}>
              Open all
            </Button>
            <Button look="quiet" onClick={() => change({ open: new Set(), toggled: null })}>
              Fold all
            </Button>
          </>
        }
      >
        <div ref={setBody} className={styles.body}>
          <OperatorGraph
            key={graph}
            label={`Operators of ${view.modelName} and the nodes that run them`}
            layout={layout}
            looks={looks}
            palette={palette}
            nodeNames={nodeNames}
            blockNames={blockNames}
            found={found}
            selected={selected}
            near={selection.near}
            toggled={toggled}
            height={narrow ? phoneHeightPx : Math.max(leastHeightPx, room)}
            describe={describe}
            onCamera={setCamera}
            onSelect={(item) => change({ selected: { key: items[item]?.key ?? null, near: false } })}
            onToggle={toggle}
          />
          <div className={styles.options}>
            <ShadingSelect
              shading={shading}
              nodeNames={nodeNames}
              onShading={(next) => change({ shading: next })}
            />
            <OperatorLegend nodeNames={nodeNames} colours={colours} scale={looks.scale} />
            {longest !== null && (
              <Button look="quiet" onClick={() => change(shownAt(longest.operator))}>
                Go to the longest: {view.operators[longest.operator]!.kind}, {formatSeconds(longest.seconds)}
              </Button>
            )}
          </div>
          <SelectedItem
            item={selectedItem}
            words={selectedItem === null ? null : describeItem(view, selectedItem, nodeName)}
            canFold={layout.frames.some(({ block }) => block === selectedItem?.block)}
            onToggle={toggle}
          />
        </div>
      </ChartFrame>
      {!narrow && options}
      <ul className={styles.notes}>
        {notModelled(view, nodeName).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <ProofSection view={view} />
    </div>
  );
}

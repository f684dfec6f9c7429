import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useContext, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { gridM } from '../../core/network/positions';
import type { NodeId } from '../../core/network/types';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { HatchPattern } from '../charts/HatchPattern';
import { boxScale, detailAt, growthLimits, type Fitted } from './boxScale';
import { CanvasProblems } from './CanvasProblems';
import { EditTools, PlanScale, ViewTools } from './CanvasTools';
import { createFlowLinks, createFlowNodes } from './flowElements';
import styles from './Canvas.module.css';
import { DetailContext, LabelPlacesContext, ScaleContext } from './labelContext';
import { linkHatchId } from './LinkLine';
import { LinkLeader, LinkSlider } from './LinkSlider';
import { LinkView } from './LinkView';
import { NetworkNodeView } from './NetworkNodeView';
import { CrossingsContext } from './paintedContext';
import { Palette } from './Palette';
import { ariaLabelConfig, canvasLabel } from './screenReaderTexts';
import { useCanvasCommands } from './useCanvasCommands';
import { useCanvasKeys } from './useCanvasKeys';
import { useConnecting } from './useConnecting';
import { useDropNode } from './useDropNode';
import { selectTextScale, useFit } from './useFit';
import { useFlowChanges } from './useFlowChanges';
import { useLabelPlaces } from './useLabelPlaces';
import { useNodeMoves } from './useNodeMoves';
import { useRevealSelection } from './useRevealSelection';

interface Props {
  /** Drawn over the network, on the plan. */
  readonly children?: ReactNode;
  /** More in the bar. */
  readonly tools?: ReactNode;
  /** The slider bar is there for a link that is selected only: the drawing needs the room. */
  readonly sliderOnDemand?: boolean;
}

/** The plan: the network drawn, edited and played with. Narrow screens show `NetworkStrip` instead. */
export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Plan {...props} />
    </ReactFlowProvider>
  );
}

const nodeTypes = { network: NetworkNodeView };
const edgeTypes = { link: LinkView };
function Plan({ children, tools, sliderOnDemand = false }: Props) {
  const store = useAppStore();
  const area = useRef<HTMLDivElement>(null);
  const [snaps, setSnaps] = useState(true);
  const moves = useNodeMoves(snaps);
  const { sizes, onNodesChange, onEdgesChange } = useFlowChanges(moves.drag);
  const [flowNodes] = useState(createFlowNodes);
  const [flowLinks] = useState(createFlowLinks);
  const nodes = useApp((state) => flowNodes(selectShown(state).nodes, state.view.selectedNodes, sizes));
  const edges = useApp((state) => {
    const { links, nodes: ends } = selectShown(state);
    return flowLinks(links, state.view.selectedLinks, ends);
  });
  // Where an edit makes the whole network fit again, that has the last word.
  useRevealSelection(area);
  const { fitted, fit, chooseView } = useFit(area, sizes.size > 0);
  const { scale, detail } = useScale(fitted);
  const labelPlaces = useLabelPlaces(edges, detail, scale, useContext(CrossingsContext));
  useCanvasCommands(area, fit);
  const onKeyDownCapture = useCanvasKeys(moves.pressKey);
  const dropping = useDropNode(snaps);
  const connecting = useConnecting();
  const hasSlider = useApp((state) => !sliderOnDemand || state.view.selectedLinks.length > 0);
  const isStale = useApp((state) => state.run.status === 'failed');
  return (
    <div
      className={styles.canvas}
      data-detail={detail}
      data-stale={isStale}
      onKeyDownCapture={onKeyDownCapture}
      style={{ '--box-scale': scale } as CSSProperties}
    >
      <div className={styles.bar}>
        <div className={styles.row} data-more={tools !== undefined}>
          <Palette />
          <div className={styles.tools}>
            {tools}
            <EditTools snaps={snaps} onSnap={setSnaps} />
            <ViewTools />
          </div>
        </div>
      </div>
      {hasSlider && <LinkSlider />}
      <div ref={area} className={styles.area} role="region" aria-label={canvasLabel} {...dropping}>
        <DetailContext value={detail}>
          <ScaleContext value={scale}>
            <LabelPlacesContext value={labelPlaces}>
              <ReactFlow
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                nodeOrigin={[0.5, 0.5]}
                onNodesChange={onNodesChange}
                onEdgesChange={onEdgesChange}
                {...connecting}
                onNodeDoubleClick={(_, node) => store.getState().changeView({ renaming: node.id as NodeId })}
                onMoveStart={(event) => {
                  // Without an event it was the program.
                  if (event !== null) chooseView();
                }}
                connectionLineType={ConnectionLineType.Straight}
                deleteKeyCode={null}
                panActivationKeyCode={null}
                multiSelectionKeyCode={multiSelectionKeys}
                zoomOnDoubleClick={false}
                minZoom={0.05}
                maxZoom={3}
                connectionRadius={90}
                ariaLabelConfig={ariaLabelConfig}
              >
                <Background variant={BackgroundVariant.Dots} gap={gridM * 2} size={1.5} />
                {hasSlider && <LinkLeader detail={detail} scale={scale} />}
                {children}
                <Panel position="top-left" className={styles.problems}>
                  <CanvasProblems />
                </Panel>
                <Panel position="bottom-left">
                  <PlanScale />
                </Panel>
              </ReactFlow>
            </LabelPlacesContext>
          </ScaleContext>
        </DetailContext>
        <svg className={styles.defs} aria-hidden="true">
          <HatchPattern id={linkHatchId} />
        </svg>
        <div className="visually-hidden" role="status">
          {moves.announcement}
        </div>
      </div>
    </div>
  );
}

/** How large boxes and texts are drawn, and how much they say. The document's own nodes decide, not those being dragged. */
function useScale(fitted: Fitted | null) {
  const nodes = useApp((state) => state.scenario.nodes);
  const text = useApp(selectTextScale);
  const limits = useMemo(() => growthLimits(nodes), [nodes]);
  const detail = useStore(({ transform }) => detailAt(transform[2], limits, text, fitted));
  const scale = useStore(({ transform }) => boxScale(transform[2], limits[detail], text));
  return { scale, detail };
}

const multiSelectionKeys = ['Shift', 'Control', 'Meta'];

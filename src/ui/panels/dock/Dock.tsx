import { lazy, Suspense, type ReactNode } from 'react';
import type { DockTab } from '../../../state/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { ErrorBoundary } from '../../errors/ErrorBoundary';
import { Button } from '../../primitives/Button';
import { TablesPanel } from '../tables/TablesPanel';
import { ComparePanel } from './ComparePanel';
import { DockTabs } from './DockTabs';
import { dockTabId } from './dockTabId';
import { DrawnPlan } from './DrawnPlan';
import { LayersPanel } from './LayersPanel';
import { RunButton } from './RunButton';
import { TimelinePanel } from './TimelinePanel';
import styles from './Dock.module.css';

// Views that not every visit opens come when their tab does.
const RunPanel = lazy(async () => ({ default: (await import('../run/RunPanel')).RunPanel }));
const SweepPanel = lazy(async () => ({ default: (await import('../sweep/SweepPanel')).SweepPanel }));
const ParetoPanel = lazy(async () => ({ default: (await import('../pareto/ParetoPanel')).ParetoPanel }));
const MessagesPanel = lazy(async () => ({
  default: (await import('../messages/MessagesPanel')).MessagesPanel,
}));
const GraphPanel = lazy(async () => ({ default: (await import('../graph/GraphPanel')).GraphPanel }));
const OperatorsPanel = lazy(async () => ({
  default: (await import('../operators/OperatorsPanel')).OperatorsPanel,
}));
const ExtensionsPanel = lazy(async () => ({
  default: (await import('../extensions/ExtensionsPanel')).ExtensionsPanel,
}));

const names: Readonly<Record<DockTab, string>> = {
  layers: 'Layers',
  compare: 'Compare',
  timeline: 'Timeline',
  run: 'Run',
  sweep: 'Sweep',
  pareto: 'Pareto',
  messages: 'Messages',
  graph: 'Split graph',
  operators: 'Operators',
  extensions: 'Extensions',
  tables: 'Tables',
};

const panels: Readonly<Record<DockTab, () => ReactNode>> = {
  layers: () => <LayersPanel />,
  compare: () => <ComparePanel />,
  timeline: () => <TimelinePanel />,
  run: () => <RunPanel />,
  sweep: () => <SweepPanel />,
  pareto: () => <ParetoPanel />,
  messages: () => <MessagesPanel />,
  graph: () => <GraphPanel />,
  operators: () => <OperatorsPanel />,
  extensions: () => <ExtensionsPanel />,
  tables: () => <TablesPanel />,
};

/** Everything below the canvas. It fills the box that the shell gives it; folded, only its tabs remain. */
export function Dock({ canEnlarge = false }: { readonly canEnlarge?: boolean }) {
  const store = useAppStore();
  const tab = useApp((state) => state.view.dockTab);
  const open = useApp((state) => state.view.dockOpen);
  const enlarged = useApp((state) => state.view.dockEnlarged);
  return (
    <section className={styles.dock} aria-label="Charts and tables">
      <div className={styles.bar}>
        <DockTabs
          names={names}
          tab={tab}
          open={open}
          onChoose={(next) => store.getState().changeView({ dockTab: next, dockOpen: true })}
        />
        <DrawnPlan />
        {tab !== 'run' && <RunButton />}
        {canEnlarge && open && (
          <Button
            look="quiet"
            icon={enlarged ? 'reduce' : 'enlarge'}
            iconOnly
            aria-pressed={enlarged}
            onClick={() => store.getState().changeView({ dockEnlarged: !enlarged })}
          >
            {enlarged ? 'Back to the network' : 'Enlarge the charts over the network'}
          </Button>
        )}
        <Button
          look="quiet"
          icon={open ? 'down' : 'up'}
          iconOnly
          aria-expanded={open}
          onClick={() => store.getState().changeView({ dockOpen: !open })}
        >
          {open ? 'Fold the charts' : 'Unfold the charts'}
        </Button>
      </div>
      {/* Keyed: a new tab starts at its top. */}
      {open && (
        <div
          key={tab}
          id="dock-panel"
          role="tabpanel"
          aria-labelledby={dockTabId(tab)}
          className={styles.content}
        >
          <ErrorBoundary panel={names[tab]}>
            <Suspense fallback={<p className={styles.loading}>Loading…</p>}>{panels[tab]()}</Suspense>
          </ErrorBoundary>
        </div>
      )}
    </section>
  );
}

import { lazy, Suspense, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { dockTabs, type DockTab } from '../../../state/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { ErrorBoundary } from '../../errors/ErrorBoundary';
import { Button } from '../../primitives/Button';
import { TablesPanel } from '../tables/TablesPanel';
import { ComparePanel } from './ComparePanel';
import { DrawnPlan } from './DrawnPlan';
import { LayersPanel } from './LayersPanel';
import { TimelinePanel } from './TimelinePanel';
import styles from './Dock.module.css';

// Views that not every visit opens come when their tab does.
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

const tabs: Readonly<Record<DockTab, { readonly name: string; readonly panel: () => ReactNode }>> = {
  layers: { name: 'Layers', panel: () => <LayersPanel /> },
  compare: { name: 'Compare', panel: () => <ComparePanel /> },
  timeline: { name: 'Timeline', panel: () => <TimelinePanel /> },
  sweep: { name: 'Sweep', panel: () => <SweepPanel /> },
  pareto: { name: 'Pareto', panel: () => <ParetoPanel /> },
  messages: { name: 'Messages', panel: () => <MessagesPanel /> },
  graph: { name: 'Split graph', panel: () => <GraphPanel /> },
  operators: { name: 'Operators', panel: () => <OperatorsPanel /> },
  extensions: { name: 'Extensions', panel: () => <ExtensionsPanel /> },
  tables: { name: 'Tables', panel: () => <TablesPanel /> },
};

/** Everything below the canvas. It fills the box that the shell gives it; folded, only its tabs remain. */
export function Dock() {
  const store = useAppStore();
  const tab = useApp((state) => state.view.dockTab);
  const open = useApp((state) => state.view.dockOpen);
  const list = useRef<HTMLDivElement>(null);
  const choose = (next: DockTab) => store.getState().changeView({ dockTab: next, dockOpen: true });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, tab);
    if (next === null) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLButtonElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <section className={styles.dock} aria-label="Charts and tables">
      <div className={styles.bar}>
        <div
          ref={list}
          role="tablist"
          aria-label="Charts and tables"
          className={styles.tabs}
          onKeyDown={onKeyDown}
        >
          {dockTabs.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`dock-tab-${id}`}
              data-tab={id}
              aria-selected={id === tab}
              aria-controls={open && id === tab ? 'dock-panel' : undefined}
              tabIndex={id === tab ? 0 : -1}
              className={styles.tab}
              onClick={() => choose(id)}
            >
              {tabs[id].name}
            </button>
          ))}
        </div>
        <DrawnPlan />
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
      {open && (
        <div id="dock-panel" role="tabpanel" aria-labelledby={`dock-tab-${tab}`} className={styles.content}>
          <ErrorBoundary key={tab} panel={tabs[tab].name}>
            <Suspense fallback={<p className={styles.loading}>Loading…</p>}>{tabs[tab].panel()}</Suspense>
          </ErrorBoundary>
        </div>
      )}
    </section>
  );
}

function nextTab(key: string, tab: DockTab): DockTab | null {
  const at = dockTabs.indexOf(tab);
  const last = dockTabs.length - 1;
  const target: Partial<Record<string, number>> = {
    ArrowLeft: at === 0 ? last : at - 1,
    ArrowRight: at === last ? 0 : at + 1,
    Home: 0,
    End: last,
  };
  return dockTabs[target[key] ?? -1] ?? null;
}

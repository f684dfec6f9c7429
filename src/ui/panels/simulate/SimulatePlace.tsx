import { lazy, memo, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { SimulatedCanvas } from '../../canvas/simulated/SimulatedCanvas';
import { SimulatedStrip } from '../../canvas/simulated/SimulatedStrip';
import { ErrorBoundary } from '../../errors/ErrorBoundary';
import { Section } from '../../primitives/Section';
import { Splitter } from '../../primitives/Splitter';
import { usePlaceSize } from '../../shell/usePlaceSize';
import { useApp, useAppStore } from '../../../state/useStore';
import { RunStatus } from './RunStatus';
import { SettingsPanel } from './settings/SettingsPanel';
import styles from './Simulate.module.css';
import { SimulationCharts } from './SimulationCharts';
import { TransportBar } from './TransportBar';
import { useFirstRun } from './useFirstRun';
import { usePlaying } from './usePlaying';

// Phones only: elsewhere the plan shows the drive.
const DriveMap = lazy(async () => ({ default: (await import('./map/DriveMap')).DriveMap }));

/** The canvas and the charts keep at least this much; the settings too [px]. */
const canvasMinPx = { width: 320, height: 250 };
const chartsMinPx = 160;
/** On a stage of this width the canvas keeps so much that block ranges can be read from afar [px]. */
const roomyStagePx = { width: 900, canvasHeight: 284 };
const settingsMinPx = 280;
/** Until its edge is dragged the charts have this part of the height. */
const chartsShare = { usual: 0.42, projector: 0.33 };

/** The network in time: the UE moves over the same drawing, and every task is split anew on what is known then. */
export function SimulatePlace({ isPhone }: { readonly isPhone: boolean }) {
  usePlaying();
  useFirstRun();
  return isPhone ? <PhoneSimulate /> : <WideSimulate />;
}

const title = <h1 className="visually-hidden">Simulate the network in time</h1>;

// Its parts are memoised: it is drawn anew whenever a sentence above the canvas takes a line more.
function WideSimulate() {
  const { inspectorOpen, inspectorWidthPx } = useApp((state) => state.view);
  const changeView = useApp((state) => state.changeView);
  const projector = useApp((state) => state.settings.projector);
  useFoldedSettings(projector);
  const place = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const size = usePlaceSize(place);
  const takenPx = usePlaceSize(head).height + usePlaceSize(bar).height;
  const [draggedPx, setDraggedPx] = useState<number | null>(null);
  const [isEnlarged, setEnlarged] = useState(false);
  const widest = Math.max(settingsMinPx, size.width - canvasMinPx.width);
  const settingsPx = Math.max(settingsMinPx, Math.min(inspectorWidthPx, widest));
  const stagePx = size.width - (inspectorOpen ? settingsPx : 0);
  const canvasPx = stagePx >= roomyStagePx.width ? roomyStagePx.canvasHeight : canvasMinPx.height;
  const highest = Math.max(chartsMinPx, size.height - takenPx - canvasPx);
  const share = projector ? chartsShare.projector : chartsShare.usual;
  const chartsPx = Math.min(highest, draggedPx ?? Math.round(size.height * share));
  return (
    <div
      ref={place}
      className={styles.place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setEnlarged(false);
      }}
    >
      <main id="main" tabIndex={-1} className={styles.stage}>
        {title}
        <div ref={head}>
          <Head />
        </div>
        <div className={styles.canvas} hidden={isEnlarged}>
          <ErrorBoundary panel="The canvas">
            <SimulatedCanvas />
          </ErrorBoundary>
        </div>
        <div ref={bar} className={styles.bar}>
          <ErrorBoundary panel="The transport bar">
            <TransportBar />
          </ErrorBoundary>
        </div>
        {!isEnlarged && (
          <Splitter
            label="Height of the charts"
            orientation="horizontal"
            sizePx={chartsPx}
            minPx={chartsMinPx}
            maxPx={highest}
            onResize={setDraggedPx}
          />
        )}
        <div
          className={styles.charts}
          data-enlarged={isEnlarged}
          style={isEnlarged ? undefined : { height: chartsPx }}
        >
          <ErrorBoundary panel="The charts">
            <SimulationCharts tabbed isEnlarged={isEnlarged} onEnlarge={setEnlarged} />
          </ErrorBoundary>
        </div>
      </main>
      {inspectorOpen && (
        <aside aria-label="Settings of the simulation" className={styles.side}>
          <Splitter
            label="Width of the settings"
            orientation="vertical"
            sizePx={settingsPx}
            minPx={settingsMinPx}
            maxPx={widest}
            onResize={(width) => changeView({ inspectorWidthPx: width })}
          />
          <div className={styles.settings} style={{ width: settingsPx }}>
            <ErrorBoundary panel="The settings">
              <SettingsPanel />
            </ErrorBoundary>
          </div>
        </aside>
      )}
    </div>
  );
}

/** On a projector whose screen is no larger than this the settings are folded at first [px]. */
const foldedBelowPx = 1600;

/** While texts are large the network has the width of the settings; they unfold again as they were. */
function useFoldedSettings(projector: boolean): void {
  const store = useAppStore();
  useLayoutEffect(() => {
    const { changeView, view } = store.getState();
    if (!projector || !view.inspectorOpen || window.innerWidth > foldedBelowPx) return undefined;
    changeView({ inspectorOpen: false });
    return () => changeView({ inspectorOpen: true });
  }, [projector, store]);
}

/** Everything below each other; what is drawn is edited on larger screens. */
function PhoneSimulate() {
  return (
    <main id="main" tabIndex={-1} className={styles.phone}>
      {title}
      <Head />
      <ErrorBoundary panel="The transport bar">
        <TransportBar />
      </ErrorBoundary>
      <ErrorBoundary panel="The map">
        <Suspense>
          <DriveMap />
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary panel="The network">
        <div className={styles.phoneNetwork}>
          <Section level={2} title="The network" folded>
            <SimulatedStrip />
          </Section>
        </div>
      </ErrorBoundary>
      <ErrorBoundary panel="The charts">
        <SimulationCharts tabbed={false} />
      </ErrorBoundary>
      <div className={styles.phoneSettings}>
        <ErrorBoundary panel="The settings">
          <SettingsPanel folded />
        </ErrorBoundary>
      </div>
    </main>
  );
}

const Head = memo(function Head() {
  return (
    <ErrorBoundary panel="The sentence">
      <RunStatus />
    </ErrorBoundary>
  );
});

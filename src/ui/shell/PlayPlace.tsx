import { lazy, Suspense, useRef, useState } from 'react';
import { useApp } from '../../state/useStore';
import { ErrorBoundary } from '../errors/ErrorBoundary';
import { HeroSentence } from '../explain/HeroSentence';
import { LazyCanvas } from './LazyCanvas';
import { LazyDock } from './LazyDock';
import { LazyPaperFacts } from './LazyPaperFacts';
import { Splitter } from '../primitives/Splitter';
import styles from './PlayPlace.module.css';
import { usePaperSize } from './usePaperSize';
import { usePlaceSize } from './usePlaceSize';
import { SolverBanner } from './SolverBanner';

const Inspector = lazy(async () => ({ default: (await import('../panels/inspector/Inspector')).Inspector }));

/** The canvas keeps at least this much, whatever the panels around it want [px]. */
const canvasMinPx = { width: 320, height: 320 };
/** Until its edge is dragged the dock takes at most this part of the height; less where texts are larger. */
const dockShare = { usual: 0.38, projector: 0.33 };
const inspectorMinPx = 260;
const dockMinPx = 140;

/** The network in the middle, its sentence above, the dock below, the inspector at its side. Nothing here scrolls away. */
export function PlayPlace() {
  const { inspectorOpen, inspectorWidthPx, dockOpen, dockEnlarged, dockHeightPx } = useApp(
    (state) => state.view,
  );
  const enlarged = dockOpen && dockEnlarged;
  const changeView = useApp((state) => state.changeView);
  const place = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLElement>(null);
  const size = usePlaceSize(place);
  const canvas = useRef<HTMLDivElement>(null);
  usePaperSize(stage, canvas);
  const widest = Math.max(inspectorMinPx, size.width - canvasMinPx.width);
  const highest = Math.max(dockMinPx, size.height - canvasMinPx.height);
  const projector = useApp((state) => state.settings.projector);
  const [isDockDragged, setDockDragged] = useState(false);
  const share = projector ? dockShare.projector : dockShare.usual;
  const usual = isDockDragged ? highest : Math.max(dockMinPx, Math.round(size.height * share));
  const dockPx = Math.min(dockHeightPx, highest, usual);
  return (
    <div ref={place} className={styles.place}>
      <main ref={stage} id="main" tabIndex={-1} className={styles.stage}>
        <h1 className="visually-hidden">Splitscape: split a neural network over a 5G network</h1>
        <div className={styles.sentence}>
          <ErrorBoundary panel="The sentence">
            <HeroSentence />
          </ErrorBoundary>
        </div>
        <SolverBanner />
        <div ref={canvas} className={styles.canvas} hidden={enlarged}>
          <ErrorBoundary panel="The canvas">
            <LazyCanvas />
          </ErrorBoundary>
        </div>
        {dockOpen && !enlarged && (
          <Splitter
            label="Height of the dock"
            orientation="horizontal"
            sizePx={dockPx}
            minPx={dockMinPx}
            maxPx={highest}
            onResize={(dockHeight) => {
              setDockDragged(true);
              changeView({ dockHeightPx: dockHeight });
            }}
          />
        )}
        <h2 className="visually-hidden">Charts and tables</h2>
        <div
          className={enlarged ? styles.enlarged : styles.dock}
          style={dockOpen && !enlarged ? { height: dockPx } : undefined}
        >
          <ErrorBoundary panel="The dock">
            <LazyDock canEnlarge />
          </ErrorBoundary>
        </div>
      </main>
      {inspectorOpen && (
        <aside aria-label="Inspector" className={styles.side}>
          <Splitter
            label="Width of the inspector"
            orientation="vertical"
            sizePx={Math.min(inspectorWidthPx, widest)}
            minPx={inspectorMinPx}
            maxPx={widest}
            onResize={(inspectorWidth) => changeView({ inspectorWidthPx: inspectorWidth })}
          />
          <div className={styles.inspector} style={{ width: Math.min(inspectorWidthPx, widest) }}>
            <ErrorBoundary panel="The inspector">
              <Suspense fallback={<p className={styles.loading}>Loading…</p>}>
                <Inspector />
              </Suspense>
            </ErrorBoundary>
          </div>
        </aside>
      )}
      <LazyPaperFacts />
    </div>
  );
}

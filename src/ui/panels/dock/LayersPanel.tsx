import { useRef, useState } from 'react';
import { useApp, useAppStore, selectShown } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import type { CutEditing } from '../../charts/CutHandles';
import { LayersChart } from '../../charts/LayersChart';
import { LayersLegend } from '../../charts/LayersLegend';
import { countMissing } from '../../charts/layersChartLayout';
import { clearestScale, type ScaleKind } from '../../charts/scales';
import { namesOf } from '../../errors/names';
import { bestIsProven, bestWord } from '../../explain/bestWord';
import { shownPlanName } from '../../explain/strategyNames';
import { WhyNotSplit } from '../../explain/WhyNotSplit';
import { WhySplit } from '../../explain/WhySplit';
import { Button } from '../../primitives/Button';
import { CutSteps } from './CutSteps';
import { LayersLead, LayersMore } from './LayersLead';
import { Waiting } from './Waiting';
import { cutText, layersView } from './layersView';
import { createOwnCuts } from './ownCuts';
import { fitsDocument } from './ownSplit';
import { useShown, type Shown } from './useShown';
import styles from './Dock.module.css';

/** Every block as a column, and the visitor's own cuts to drag against the best split. */
export function LayersPanel() {
  const shown = useShown();
  return shown === null ? <Waiting /> : <Layers shown={shown} />;
}

function Layers({ shown }: { shown: Shown }) {
  const store = useAppStore();
  const documentSplit = useApp((state) => selectShown(state).ownSplit);
  const measuredHere = useApp((state) => state.measuredHere);
  const dockHeight = useApp((state) => state.view.dockHeightPx);
  const shownPlan = useApp((state) => state.view.shownPlan);
  const studied = useApp((state) => state.view.studied);
  const lead = useRef<HTMLDivElement>(null);
  const changes = useRef<HTMLElement>(null);
  const why = useRef<HTMLElement>(null);
  const [cuts] = useState(() => createOwnCuts(store));
  // null: whatever shows these times best.
  const [chosenScale, setScale] = useState<ScaleKind | null>(null);
  const { scenario, solution, plan, colours, stale } = shown;
  const names = namesOf(scenario);
  // The visitor's split has a line of its own here; what it is held against stays the best one.
  const drawn = shownPlan === 'own' ? solution.best : plan;
  const drawnName = shownPlanName(shownPlan === 'own' ? 'best' : shownPlan, studied, solution, names);
  const own =
    documentSplit !== null && fitsDocument(documentSplit, scenario) ? documentSplit : solution.ownStart;
  const view = layersView({ scenario, plan: drawn, own, colours, measuredHere });
  const scale = chosenScale ?? clearestScale(view.data.rows.map((row) => row.seconds));
  const editing: CutEditing = {
    label: (index) =>
      `Your cut between ${names.node(own.nodes[index]!)} and ${names.node(own.nodes[index + 1]!)}`,
    valueText: (boundary) => cutText(scenario, boundary),
    preview: (index, boundary) => cuts.preview(own, index, boundary),
    commit: cuts.commit,
    discard: cuts.discard,
  };

  return (
    <div className={styles.panel}>
      <ChartFrame
        title="Time and bytes, block by block"
        summary={drawn === null ? view.summary : `${drawnName}: ${view.summary}`}
        lead={
          <LayersLead
            ref={lead}
            answer={shown}
            onChanges={() => reveal(changes.current)}
            onWhy={() => reveal(why.current)}
          />
        }
        table={view.table}
        fileName="layers"
        stale={stale}
        missing={countMissing(view.data)}
        controls={
          <>
            <Button
              // Not disabled for real: the focus would fall off the page as soon as it was pressed.
              aria-disabled={documentSplit === null}
              onClick={() => {
                if (documentSplit !== null) cuts.reset();
              }}
            >
              Reset to best
            </Button>
            <Button
              look="quiet"
              aria-pressed={scale === 'log'}
              onClick={() => setScale(scale === 'log' ? 'linear' : 'log')}
            >
              Log scale
            </Button>
          </>
        }
      >
        <LayersChart
          label="Time of every block on every node, bytes at every boundary"
          data={view.data}
          scale={scale}
          height={dockHeight - 130}
          describe={view.describe}
          editing={editing}
        />
        <CutSteps boundaries={own.boundaries} editing={editing} />
        <LayersLegend
          drawn={drawn === null ? null : drawnName}
          line={
            documentSplit === null
              ? `${bestWord(bestIsProven(solution), 'split')}, cuts to drag`
              : 'your split'
          }
        />
      </ChartFrame>
      <LayersMore answer={shown} />
      <WhySplit
        ref={why}
        onTry={(split) => {
          cuts.adopt(split);
          lead.current?.focus();
        }}
      />
      <WhyNotSplit ref={changes} onApplied={() => lead.current?.focus()} />
    </div>
  );
}

function reveal(box: HTMLElement | null): void {
  box?.scrollIntoView({ block: 'nearest' });
  box?.focus({ preventScroll: true });
}

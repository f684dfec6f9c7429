import { useState } from 'react';
import { changeOwnSplit } from '../../../core/scenario/edits';
import { useApp, useAppStore, selectShown } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { LayersChart } from '../../charts/LayersChart';
import { LayersLegend } from '../../charts/LayersLegend';
import { countMissing } from '../../charts/layersChartLayout';
import type { ScaleKind } from '../../charts/scales';
import { namesOf } from '../../errors/names';
import { ownSplitSentence } from '../../explain/ownSplitSentence';
import { WhyNotSplit } from '../../explain/WhyNotSplit';
import { Button } from '../../primitives/Button';
import { Waiting } from './Waiting';
import { cutText, layersView } from './layersView';
import { fitsDocument, moveCut } from './ownSplit';
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
  const localProfiles = useApp((state) => state.localProfiles);
  const dockHeight = useApp((state) => state.view.dockHeightPx);
  const [scale, setScale] = useState<ScaleKind>('linear');
  const { scenario, solution, plan, colours, stale } = shown;
  const own =
    documentSplit !== null && fitsDocument(documentSplit, scenario) ? documentSplit : solution.ownStart;
  const view = layersView({ scenario, plan, own, colours, localProfiles });
  const names = namesOf(scenario);
  const preview = (index: number, boundary: number) =>
    store.getState().preview((document) => changeOwnSplit(document, moveCut(own, index, boundary)));

  return (
    <div className={styles.panel}>
      <ChartFrame
        title="Time and bytes, block by block"
        summary={view.summary}
        lead={<p data-own-split>{ownSplitSentence(scenario, solution)}</p>}
        table={view.table}
        fileName="layers"
        stale={stale}
        missing={countMissing(view.data)}
        controls={
          <>
            <Button
              disabled={documentSplit === null}
              onClick={() => store.getState().edit((document) => changeOwnSplit(document, null))}
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
          editing={{
            label: (index) =>
              `Your cut between ${names.node(own.nodes[index]!)} and ${names.node(own.nodes[index + 1]!)}`,
            valueText: (boundary) => cutText(scenario, boundary),
            preview,
            commit: () => store.getState().commit(),
            discard: () => store.getState().discard(),
          }}
        />
        <LayersLegend />
      </ChartFrame>
      <WhyNotSplit />
    </div>
  );
}

import { fileSlug } from '../../../core/fileSlug';
import type { WorkloadChain } from '../../../core/model/workloadChain';
import type { Workload } from '../../../core/scenario/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { tableToCsv } from '../../charts/chartTable';
import { Button } from '../../primitives/Button';
import { CheckCuts } from './CheckCuts';
import { ExportParts } from './ExportParts';
import { layerRows, layerTable } from './layerTable';
import styles from './Model.module.css';

interface Props {
  readonly workload: Workload;
  readonly chain: WorkloadChain;
}

/** What can be done with the model that runs: check its cuts, save its parts and its layer table. */
export function ModelTools({ workload, chain }: Props) {
  const blocks = chain.blocks.length;
  return (
    <>
      {workload.kind !== 'custom' && blocks > 1 && (
        <details className={styles.tools}>
          <summary>Check the cuts</summary>
          <CheckCuts workload={workload} blocks={blocks} modelName={chain.name} />
        </details>
      )}
      <details className={styles.tools}>
        <summary>
          {workload.kind === 'custom' ? 'Save the layer table' : 'Save the parts or the layer table'}
        </summary>
        <div className={styles.toolBody}>
          {workload.kind !== 'custom' && (
            <ExportParts
              // Another model has other blocks: what was chosen means nothing there.
              key={chain.modelKey}
              workload={workload}
              blocks={blocks}
              modelName={chain.name}
            />
          )}
          <LayerTableButtons name={chain.name} />
        </div>
      </details>
    </>
  );
}

function LayerTableButtons({ name }: { readonly name: string }) {
  const store = useAppStore();
  const { files } = useTools();
  const measuredHere = useApp((state) => state.measuredHere);
  const table = () => layerTable(store.getState().scenario, measuredHere);
  return (
    <div className={styles.stack}>
      <p className={styles.small}>
        The layer table has a row a block: operators, multiply-accumulates, parameters, bytes of weights and
        activations, what a cut after it ships, and its time on every node with where that is from.
      </p>
      <div className={styles.actions}>
        <Button
          onClick={() =>
            files.download(`${fileSlug(name)}-layers.csv`, 'text/csv', tableToCsv(layerRows(table())))
          }
        >
          Save the layer table as CSV
        </Button>
        <Button
          onClick={() =>
            files.download(
              `${fileSlug(name)}-layers.json`,
              'application/json',
              `${JSON.stringify(table(), null, 2)}\n`,
            )
          }
        >
          Save the layer table as JSON
        </Button>
      </div>
    </div>
  );
}

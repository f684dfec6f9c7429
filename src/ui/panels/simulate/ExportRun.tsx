import { useState } from 'react';
import { fileSlug } from '../../../core/fileSlug';
import type { SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { useTools } from '../../../state/useTools';
import { describeLoadFailure } from '../../errors/loadFailure';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';

interface Props {
  readonly run: SimulationRun;
  /** Of the run: it has the names of what the run speaks of. */
  readonly scenario: Scenario;
}

/** Saves the run as a table, or as a trace that Perfetto opens. */
export function ExportRun({ run, scenario }: Props) {
  const { files } = useTools();
  const [failed, setFailed] = useState(false);
  const save = async (format: 'csv' | 'trace') => {
    const loaded = await import('../../../core/simulation/exportRun').catch(() => null);
    setFailed(loaded === null);
    if (loaded === null) return;
    const name = `${fileSlug(scenario.name, 'scenario')}-simulation`;
    if (format === 'csv') files.download(`${name}.csv`, 'text/csv', loaded.runToCsv(run, scenario));
    else files.download(`${name}.trace.json`, 'application/json', loaded.writeRunTrace(run, scenario));
  };
  return (
    <>
      <Button icon="save" title="A row for each task (CSV)" onClick={() => void save('csv')}>
        CSV
      </Button>
      <Button
        icon="save"
        title="A Chrome trace: open it in Perfetto (ui.perfetto.dev)"
        onClick={() => void save('trace')}
      >
        Trace
      </Button>
      {failed && (
        <Note tone="error" role="alert">
          {Object.values(describeLoadFailure('The export')).join(' ')}
        </Note>
      )}
    </>
  );
}

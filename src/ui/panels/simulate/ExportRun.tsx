import { useEffect, useRef, useState } from 'react';
import { fileSlug } from '../../../core/fileSlug';
import type { SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { useTools } from '../../../state/useTools';
import { useLate } from '../../charts/useLate';
import { describeLoadFailure } from '../../errors/loadFailure';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { fileInSlices } from './fileInSlices';

interface Props {
  readonly run: SimulationRun;
  /** Of the run: it has the names of what the run speaks of. */
  readonly scenario: Scenario;
}

/** Every column, in its order. */
const csvTitle =
  'A row for each task (CSV): when it started and on which cell; where the UE was, its SNR and what the air gave then; the least possible latency with hindsight; and of every strategy what it paid, how much of that handovers took, what it expected, its regret, energy and plan. The name of a column ends with its unit (mj: millijoules).';

/** Saves the run as a table, or as a trace that Perfetto opens; a long one is written while the page stays at hand. */
export function ExportRun({ run, scenario }: Props) {
  const { files } = useTools();
  const [failed, setFailed] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const isLate = useLate(isSaving);
  const saving = useRef<AbortController | null>(null);
  useEffect(() => () => saving.current?.abort(), []);
  const save = async (format: 'csv' | 'trace') => {
    saving.current?.abort();
    const controller = (saving.current = new AbortController());
    setSaving(true);
    try {
      const loaded = await import('../../../core/simulation/exportRun').catch(() => null);
      setFailed(loaded === null);
      if (loaded === null) return;
      const type = format === 'csv' ? 'text/csv' : 'application/json';
      const parts = format === 'csv' ? loaded.csvParts(run, scenario) : loaded.traceParts(run, scenario);
      const file = await fileInSlices(parts, type, controller.signal);
      const name = `${fileSlug(scenario.name, 'scenario')}-simulation.${format === 'csv' ? 'csv' : 'trace.json'}`;
      if (file !== null) files.download(name, type, file);
    } finally {
      if (saving.current === controller) setSaving(false);
    }
  };
  if (isLate) return <Button onClick={() => saving.current?.abort()}>Cancel saving</Button>;
  return (
    <>
      <Button title={csvTitle} onClick={() => void save('csv')}>
        CSV
      </Button>
      <Button
        title="A Chrome trace (JSON): open it in Perfetto (ui.perfetto.dev)"
        onClick={() => void save('trace')}
      >
        Perfetto trace
      </Button>
      {failed && (
        <Note tone="error" role="alert">
          {Object.values(describeLoadFailure('The export')).join(' ')}
        </Note>
      )}
    </>
  );
}

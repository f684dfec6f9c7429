import { useState } from 'react';
import type { LinkId } from '../../../../core/network/types';
import { adoptTrace, removeTrace } from '../../../../core/scenario/simulationEdits';
import { simulationOf } from '../../../../core/simulation/settings';
import { mostTraceCharacters } from '../../../../core/traffic/trace';
import type { LinkTrace } from '../../../../core/traffic/types';
import { useApp, useAppStore } from '../../../../state/useStore';
import { useTools } from '../../../../state/useTools';
import { namesOf, type Names } from '../../../errors/names';
import { formatBytes, formatSeconds, formatWhole } from '../../../format';
import { Button } from '../../../primitives/Button';
import fieldStyles from '../../../primitives/Field.module.css';
import { Note } from '../../../primitives/Note';
import styles from '../Simulate.module.css';
import { ChoiceSetting } from './ChoiceSetting';
import { readTraceFile, type TraceOutcome } from './readTraceFile';

type Outcome = TraceOutcome | { readonly status: 'none' | 'reading' };

/** Links whose capacity follows a file instead of the traffic. */
export function TracesSettings() {
  const scenario = useApp((state) => state.scenario);
  const names = namesOf(scenario);
  const { traces } = simulationOf(scenario);
  return (
    <>
      {traces.length === 0 && <p className={styles.small}>No link follows a trace.</p>}
      <ul className={styles.traces}>
        {traces.map((trace) => (
          <Trace key={`${trace.link} ${trace.direction}`} trace={trace} names={names} />
        ))}
      </ul>
      <AddTrace names={names} />
    </>
  );
}

function Trace({ trace, names }: { readonly trace: LinkTrace; readonly names: Names }) {
  const edit = useApp((state) => state.edit);
  const link = useApp((state) => state.scenario.links.find(({ id }) => id === trace.link));
  const { direction, loop, mbps, name, stepS } = trace;
  return (
    <li>
      <span>
        <strong>{names.link(trace.link)}</strong>
        {link !== undefined &&
          direction !== 'both' &&
          `, to ${names.node(direction === 'aToB' ? link.b : link.a)}`}
        : {name}, {formatWhole(mbps.length)} samples, one every {formatSeconds(stepS)}
      </span>
      <div className={styles.actions}>
        <label className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={loop}
            onChange={(event) =>
              edit((scenario) => adoptTrace(scenario, { ...trace, loop: event.target.checked }))
            }
          />
          <span>Starts anew at its end</span>
        </label>
        <Button
          look="quiet"
          icon="remove"
          onClick={() => edit((scenario) => removeTrace(scenario, trace.link, direction))}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}

function AddTrace({ names }: { readonly names: Names }) {
  const tools = useTools();
  const store = useAppStore();
  const links = useApp((state) => state.scenario.links);
  const [chosen, setChosen] = useState<LinkId | null>(null);
  const [direction, setDirection] = useState<LinkTrace['direction']>('both');
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const [hovering, setHovering] = useState(false);
  const link = links.find(({ id }) => id === chosen) ?? links[0];
  if (link === undefined) return null;
  const take = async (file: File) => {
    setOutcome({ status: 'reading' });
    setOutcome(await readTraceFile(file, { link: link.id, direction }, tools, store));
  };
  return (
    <div className={styles.panel}>
      <ChoiceSetting
        label="Link"
        value={link.id}
        choices={links.map(({ id }) => [id, names.link(id)] as const)}
        onChange={setChosen}
      />
      <ChoiceSetting
        label="Direction"
        value={direction}
        choices={[
          ['both', 'both'],
          ['aToB', `to ${names.node(link.b)}`],
          ['bToA', `to ${names.node(link.a)}`],
        ]}
        onChange={setDirection}
      />
      <div
        className={styles.drop}
        data-hovering={hovering}
        data-trace-drop
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          // The page itself takes scenarios, models and profiles.
          event.stopPropagation();
          setHovering(true);
        }}
        onDragLeave={() => setHovering(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setHovering(false);
          const [file] = event.dataTransfer.files;
          if (file !== undefined) void take(file);
        }}
      >
        <Button
          icon="open"
          disabled={outcome.status === 'reading'}
          onClick={() =>
            void tools.files.choose('.csv,.tsv,.txt,text/csv').then((file) => {
              if (file !== null) void take(file);
            })
          }
        >
          Choose a trace…
        </Button>
        <span className={styles.small}>
          or drop it here: a CSV file with a column t_s or t_ms and one of bps, kbps, mbps or gbps, at most{' '}
          {formatBytes(mostTraceCharacters)}. It takes the place of what the link followed.
        </span>
      </div>
      <p role="status">
        {outcome.status === 'reading' ? 'Reading…' : outcome.status === 'adopted' ? outcome.words : ''}
      </p>
      {outcome.status === 'refused' && (
        <Note tone="error" role="alert">
          <strong>{outcome.description.title}</strong> {outcome.description.action}
        </Note>
      )}
    </div>
  );
}

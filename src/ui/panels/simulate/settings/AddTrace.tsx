import { useEffect, useRef, useState } from 'react';
import type { LinkId } from '../../../../core/network/types';
import { mostTraceCharacters } from '../../../../core/traffic/trace';
import type { LinkTrace } from '../../../../core/traffic/types';
import { useApp, useAppStore } from '../../../../state/useStore';
import { useTools } from '../../../../state/useTools';
import type { Names } from '../../../errors/names';
import { formatBytes } from '../../../format';
import { Button } from '../../../primitives/Button';
import { Note } from '../../../primitives/Note';
import { useFileDrop } from '../../../primitives/useFileDrop';
import styles from '../Simulate.module.css';
import { ChoiceSetting } from './ChoiceSetting';
import { readTraceFile, type TraceOutcome } from './readTraceFile';

type Outcome =
  TraceOutcome | { readonly status: 'none' } | { readonly status: 'reading'; readonly name: string };

/** Takes a file, chosen or dropped, for a link; a long one is read in a worker and can be cancelled. */
export function AddTrace({ names }: { readonly names: Names }) {
  const tools = useTools();
  const store = useAppStore();
  const links = useApp((state) => state.scenario.links);
  const [chosen, setChosen] = useState<LinkId | null>(null);
  const [direction, setDirection] = useState<LinkTrace['direction']>('both');
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const link = links.find(({ id }) => id === chosen) ?? links[0];
  const take = async (file: File) => {
    if (link === undefined) return;
    reading.current?.abort();
    const mine = (reading.current = new AbortController());
    setOutcome({ status: 'reading', name: file.name });
    const found = await readTraceFile(file, { link: link.id, direction }, tools, store, mine.signal);
    if (reading.current === mine) setOutcome(found);
  };
  const { hovering, ...dropTarget } = useFileDrop((file) => void take(file));
  if (link === undefined) return null;
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
      <div className={styles.drop} data-hovering={hovering} data-trace-drop {...dropTarget}>
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
      <p role="status">{statusOf(outcome)}</p>
      {outcome.status === 'reading' && (
        <Button onClick={() => reading.current?.abort()}>Cancel reading</Button>
      )}
      {outcome.status === 'refused' && (
        <Note tone="error" role="alert">
          <strong>{outcome.description.title}</strong> {outcome.description.action}
        </Note>
      )}
    </div>
  );
}

function statusOf(outcome: Outcome): string {
  switch (outcome.status) {
    case 'reading':
      return `Reading ${outcome.name}…`;
    case 'adopted':
      return outcome.words;
    case 'cancelled':
      return 'Cancelled. Nothing has changed.';
    case 'none':
    case 'refused':
      return '';
  }
}

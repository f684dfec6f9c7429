import { useEffect, useRef, useState } from 'react';
import type { LinkId, NodeId } from '../../../../core/network/types';
import type { Scenario } from '../../../../core/scenario/types';
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
import { airTraceHelp, isAirLink } from '../airTraceWords';
import { ChoiceSetting } from './ChoiceSetting';
import { isFollowed, readTraceFile, type TraceOutcome } from './readTraceFile';

/** Of the file of that name. */
type Outcome =
  | (TraceOutcome & { readonly name: string })
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string };

/** Takes a file, chosen or dropped, for a link; a long one is read in a worker and can be cancelled. */
export function AddTrace({ names }: { readonly names: Names }) {
  const tools = useTools();
  const store = useAppStore();
  const scenario = useApp((state) => state.scenario);
  const { links } = scenario;
  const [chosen, setChosen] = useState<LinkId | null>(null);
  const [direction, setDirection] = useState<LinkTrace['direction']>('both');
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The drop area may be at the lower edge of what is in sight.
    if (outcome.status !== 'none') said.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const link = links.find(({ id }) => id === chosen) ?? links[0];
  const take = async (file: File) => {
    if (link === undefined) return;
    reading.current?.abort();
    const mine = (reading.current = new AbortController());
    setOutcome({ status: 'reading', name: file.name });
    const found = await readTraceFile(file, { link: link.id, direction }, tools, store, mine.signal);
    if (reading.current === mine) setOutcome({ ...found, name: file.name });
  };
  const { hovering, ...dropTarget } = useFileDrop((file) => void take(file));
  if (link === undefined) return null;
  const isAir = isAirLink(scenario, link.id);
  const directionText = (to: NodeId): string =>
    isAir ? (to === scenario.sourceId ? 'down, to the UE' : 'up, from the UE') : `to ${names.node(to)}`;
  return (
    <div className={styles.panel}>
      <ChoiceSetting
        label="Link"
        value={link.id}
        choices={links.map(({ id }) => [id, choiceText(scenario, id, names)] as const)}
        {...(isAir ? { help: airTraceHelp(scenario) } : {})}
        onChange={setChosen}
      />
      <ChoiceSetting
        label="Direction"
        value={direction}
        choices={[
          ['both', 'both'],
          ['aToB', directionText(link.b)],
          ['bToA', directionText(link.a)],
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
      <div ref={said} className={styles.panel}>
        <p role="status">{statusOf(outcome, scenario)}</p>
        {outcome.status === 'reading' && (
          <Button onClick={() => reading.current?.abort()}>Cancel reading</Button>
        )}
        {outcome.status === 'refused' && (
          <Note tone="error" role="alert">
            <strong>
              {outcome.name}: {outcome.description.title}
            </strong>{' '}
            {outcome.description.action}
          </Note>
        )}
      </div>
    </div>
  );
}

/** The air is not only that of the cell that its link is drawn to. */
function choiceText(scenario: Scenario, link: LinkId, names: Names): string {
  return isAirLink(scenario, link) ? `The UE’s air (${names.link(link)})` : names.link(link);
}

function statusOf(outcome: Outcome, scenario: Scenario): string {
  switch (outcome.status) {
    case 'reading':
      return `Reading ${outcome.name}…`;
    case 'adopted':
      return isFollowed(scenario, outcome.trace) ? outcome.words : '';
    case 'cancelled':
      return 'Cancelled. Nothing has changed.';
    case 'none':
    case 'refused':
      return '';
  }
}

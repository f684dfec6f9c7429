import type { AdapterFacts } from '../../../core/profile/detailsTypes';
import type { Profile } from '../../../core/profile/types';
import { isMeasured } from '../../../state/fittingProfile';
import type { MeasuredProfile } from '../../../state/profilingTypes';
import { formatSeconds } from '../../format';
import { configurationName, totalOf } from '../inspector/profileTexts';
import { softwareText } from './deviceWords';
import styles from './Profile.module.css';
import { badgeTitle, totalText } from './profileWords';
import { coldStartTexts } from './coldStartTexts';

export interface MeasuredRow {
  readonly profile: MeasuredProfile;
  readonly adapter: AdapterFacts | null;
}

const columns: readonly { readonly name: string; readonly how: string }[] = [
  { name: 'End to end', how: 'Median time of plain runs; the mean where the machine was not steady' },
  { name: '95 % of the median', how: 'Bootstrap interval of that median over the runs' },
  { name: 'p90', how: 'One run in ten takes longer' },
  { name: 'Fastest', how: 'The fastest of the plain runs' },
  { name: 'Sum of blocks', how: 'Block times added up, before they are scaled to end to end' },
  {
    name: 'Download',
    how: 'Cold start: while files of ONNX Runtime came over the network',
  },
  {
    name: 'Start',
    how: 'Cold start: the rest until ONNX Runtime ran; with the download where that was not told apart',
  },
  { name: 'Create', how: 'Cold start: making the session from the model' },
  { name: 'First run', how: 'Cold start: the first run, which allocates and compiles' },
  { name: 'Clock', how: 'Smallest step of the clock' },
];

const estimatedText = 'Blocks were timed alone and scaled to the whole';

/** Measurements side by side, a row each: how fast, how sure, and what the first use costs apart from that. */
export function ConfigurationsTable({
  rows,
  best,
}: {
  readonly rows: readonly MeasuredRow[];
  readonly best: MeasuredProfile | null;
}) {
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Configurations compared">
        <table className={`${styles.table} ${styles.stacking} ${styles.labelled}`} data-configurations>
          <caption className="visually-hidden">Configurations compared</caption>
          <thead>
            <tr>
              <th scope="col">Configuration</th>
              {columns.slice(0, 1).map(headerOf)}
              <th scope="col">Steadiness</th>
              {columns.slice(1).map(headerOf)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ profile, adapter }) => (
              <Row key={profile.id} profile={profile} adapter={adapter} isBest={profile === best} />
            ))}
          </tbody>
        </table>
      </div>
      <Meanings rows={rows} />
    </>
  );
}

/** What a title tells only a mouse. */
function Meanings({ rows }: { readonly rows: readonly MeasuredRow[] }) {
  const tags = [
    ...(rows.some(({ profile }) => profile.source.estimated === true)
      ? [{ name: 'Estimated', how: estimatedText }]
      : []),
    ...(rows.some(({ adapter }) => adapter?.isFallback === true)
      ? [{ name: 'Software adapter', how: softwareText }]
      : []),
  ];
  return (
    <details className={styles.details}>
      <summary>What the columns mean</summary>
      <dl className={styles.meanings}>
        {[...columns, ...tags].map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function headerOf({ name, how }: (typeof columns)[number]) {
  return (
    <th key={name} scope="col" className={styles.number} title={how}>
      {name}
    </th>
  );
}

function Row({ profile, adapter, isBest }: MeasuredRow & { readonly isBest: boolean }) {
  const { source } = profile;
  const cells = [
    source.endToEndIntervalS.map((end) => formatSeconds(end)).join(' to '),
    secondsText(source.endToEndP90S),
    secondsText(source.endToEndMinS),
    formatSeconds(source.sumS),
    ...coldStartTexts(source.coldStart),
    formatSeconds(source.clockS),
  ];
  return (
    <tr data-best={isBest}>
      <th scope="row">
        {configurationName(source)} {isBest && <span className={styles.tag}>best</span>}
        {source.estimated === true && (
          <span className={styles.tag} title={estimatedText}>
            estimated
          </span>
        )}
        {adapter?.isFallback === true && (
          <span className={styles.tag} title={softwareText}>
            software adapter
          </span>
        )}
      </th>
      <td className={styles.number} data-label={columns[0]?.name}>
        <EndToEnd profile={profile} />
      </td>
      <td data-label="Steadiness">
        <SteadinessBadge profile={profile} />
      </td>
      {cells.map((cell, index) => (
        <td key={columns[index + 1]?.name} className={styles.number} data-label={columns[index + 1]?.name}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** The median; under it the total that Play computes with where that is another. */
export function EndToEnd({ profile }: { readonly profile: Profile }) {
  if (!isMeasured(profile)) return formatSeconds(totalOf(profile));
  const median = formatSeconds(profile.source.endToEndS);
  const total = totalText(profile);
  return (
    <>
      {median}
      {total !== median && <span className={styles.under}>{total} in Play</span>}
    </>
  );
}

export function SteadinessBadge({ profile }: { readonly profile: MeasuredProfile }) {
  const { source } = profile;
  return (
    <span className={styles.badge} data-steadiness={source.steadiness} title={badgeTitle(source)}>
      {source.steadiness}
    </span>
  );
}

const secondsText = (seconds: number | undefined): string =>
  seconds === undefined ? '–' : formatSeconds(seconds);

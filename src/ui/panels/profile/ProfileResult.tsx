import type { ProfilingState } from '../../../state/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeProfileFailure } from '../../errors/describeProfiling';
import { formatSeconds } from '../../format';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { formatThreads } from '../inspector/profileTexts';
import styles from './Profile.module.css';
import {
  badgeTitle,
  factorText,
  isMeasured,
  keptReason,
  steadinessText,
  totalAndMedianText,
  usageText,
  type MeasuredProfile,
} from './profileWords';
import { ResultChart } from './ResultChart';

type Done = Extract<ProfilingState, { status: 'done' }>;

/** The measurement that was kept, how far it can be trusted, and what it was compared with. */
export function ProfileResult({ result }: { readonly result: Done }) {
  const tools = useTools();
  const { kept, failures } = result;
  const scenario = useApp((state) => state.scenario);
  if (!isMeasured(kept)) return null;
  const others = result.others.filter(isMeasured);
  const { source } = kept;
  const notUsed = usageText(kept, scenario);
  return (
    <Section level={2} title={`Measured: ${kept.modelName}`}>
      <p>
        <strong data-profile-total>{totalAndMedianText(kept)}</strong> end to end (95 % of the median:{' '}
        {formatSeconds(source.endToEndIntervalS[0])} to {formatSeconds(source.endToEndIntervalS[1])}),{' '}
        {formatThreads(source.threads)}, {source.runs} runs <Steadiness profile={kept} />
      </p>
      {source.reason !== '' && others.length === 0 && <p className={styles.note}>{source.reason}</p>}
      <p className={styles.small}>{factorText(source)}</p>
      <p className={styles.small}>{steadinessText}</p>
      <div className={styles.actions}>
        {notUsed === null ? (
          <>
            <span>The phone (UE) in Play now computes with it.</span>
            <Button look="primary" onClick={() => tools.run('go-play')}>
              See the split
            </Button>
          </>
        ) : (
          <span>{notUsed}</span>
        )}
      </div>
      {others.length > 0 && <ThreadsTable kept={kept} others={others} />}
      {failures.map(({ threads, failure }) => {
        const { title, action } = describeProfileFailure(failure);
        return (
          <p key={threads} className={styles.note}>
            With {formatThreads(threads)}: {title} {action}
          </p>
        );
      })}
      <ResultChart profile={kept} />
    </Section>
  );
}

function Steadiness({ profile }: { readonly profile: MeasuredProfile }) {
  return (
    <span
      className={styles.badge}
      data-steadiness={profile.source.steadiness}
      title={badgeTitle(profile.source)}
    >
      {profile.source.steadiness}
    </span>
  );
}

function ThreadsTable({
  kept,
  others,
}: {
  readonly kept: MeasuredProfile;
  readonly others: readonly MeasuredProfile[];
}) {
  const rows = [kept, ...others].sort((one, other) => one.source.threads - other.source.threads);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">Thread counts compared</caption>
        <thead>
          <tr>
            <th scope="col">Threads</th>
            <th scope="col" className={styles.number}>
              End to end
            </th>
            <th scope="col" className={styles.number}>
              95 % of the median
            </th>
            <th scope="col">Steadiness</th>
            <th scope="col">Kept</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((profile) => (
            <tr key={profile.id}>
              <th scope="row">{profile.source.threads}</th>
              <td className={styles.number}>{totalAndMedianText(profile)}</td>
              <td className={styles.number}>
                {profile.source.endToEndIntervalS.map(formatSeconds).join(' to ')}
              </td>
              <td>
                <Steadiness profile={profile} />
                {profile.source.reason !== '' && <p className={styles.small}>{profile.source.reason}</p>}
              </td>
              <td>{profile === kept ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.small}>{keptReason(kept, others)}</p>
    </div>
  );
}

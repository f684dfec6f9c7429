import type { ConfigurationRun, ProfilingState } from '../../../state/profilingTypes';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeProfileFailure } from '../../errors/describeProfiling';
import { formatSeconds } from '../../format';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Section } from '../../primitives/Section';
import { configurationName } from '../inspector/profileTexts';
import { ConfigurationsTable } from './ConfigurationsTable';
import styles from './Profile.module.css';
import { bestReason, factorText, steadinessText, totalAndMedianText, usageText } from './profileWords';
import { RuntimeDetails } from './RuntimeDetails';
import { SeriesChart } from './SeriesChart';

type Done = Extract<ProfilingState, { status: 'done' }>;
type DoneRun = Extract<ConfigurationRun, { status: 'done' }>;

/** What was measured, side by side, and which of it is the best. */
export function MatrixResult({ result }: { readonly result: Done }) {
  const { best, cancelled, modelName, runs } = result;
  const done = runs.filter((run): run is DoneRun => run.status === 'done');
  return (
    <Section level={2} title={best === null ? 'Not measured' : `Measured: ${modelName}`}>
      {best !== null && <Best result={result} done={done} />}
      {runs.map((run) =>
        run.status === 'failed' ? (
          <Failure key={configurationName(run.configuration)} run={run} alone={best === null} />
        ) : null,
      )}
      {cancelled && (
        <Note role="note">Cancelled: what was done until then is kept, and the network was not changed.</Note>
      )}
      {done.length > 0 && (
        <>
          <ConfigurationsTable
            rows={done.map(({ profile, details }) => ({ profile, adapter: details.adapter }))}
            best={best}
          />
          <Reasons done={done} />
          <SeriesChart
            title="Time of each block"
            fileName="block-times"
            profiles={done.map(({ configuration, profile }) => ({
              name: configurationName(configuration),
              profile,
            }))}
          />
          {done.map(({ configuration, details, profile }) =>
            details.kernels.length === 0 ? null : (
              <RuntimeDetails
                key={profile.id}
                name={configurationName(configuration)}
                modelKey={profile.modelKey}
                details={details}
              />
            ),
          )}
        </>
      )}
    </Section>
  );
}

function Best({ result, done }: { readonly result: Done; readonly done: readonly DoneRun[] }) {
  const tools = useTools();
  const scenario = useApp((state) => state.scenario);
  const adoptProfile = useApp((state) => state.adoptProfile);
  const { best } = result;
  if (best === null) return null;
  const others = done.map(({ profile }) => profile).filter((profile) => profile !== best);
  const notUsed = usageText(best, scenario);
  const [from, to] = best.source.endToEndIntervalS;
  return (
    <>
      <p>
        <strong data-profile-total>{totalAndMedianText(best)}</strong> end to end (95 % of the median:{' '}
        {formatSeconds(from)} to {formatSeconds(to)}), {configurationName(best.source)}, {best.source.runs}{' '}
        runs
      </p>
      {others.length > 0 && (
        <p data-profile-best>
          <strong>Best of these:</strong> {bestReason(best, others)}
        </p>
      )}
      <p className={styles.small}>{factorText(best.source)}</p>
      <div className={styles.actions}>
        {notUsed === null ? (
          <>
            <span>The phone (UE) in Play now computes with it.</span>
            <Button look="primary" onClick={() => tools.run('go-play')}>
              See the split
            </Button>
          </>
        ) : (
          <>
            <span>{notUsed}</span>
            {result.cancelled && (
              <Button onClick={() => adoptProfile(best)}>Use it for the phone (UE)</Button>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** Why measurements are not steady; what the grades mean. */
function Reasons({ done }: { readonly done: readonly DoneRun[] }) {
  return (
    <>
      {done.map(({ configuration, profile }) =>
        profile.source.reason === '' ? null : (
          <Note key={profile.id} role="note">
            <strong>{configurationName(configuration)}:</strong> {profile.source.reason}
          </Note>
        ),
      )}
      <p className={styles.small}>
        {steadinessText} Download, start, create and first run are the cold start: paid once, not in end to
        end.
      </p>
    </>
  );
}

function Failure({
  run,
  alone,
}: {
  readonly run: Extract<ConfigurationRun, { status: 'failed' }>;
  readonly alone: boolean;
}) {
  const { title, action } = describeProfileFailure(run.failure);
  return (
    <Note tone={alone ? 'error' : 'warning'} role={alone ? 'alert' : 'note'}>
      {configurationName(run.configuration)}: <strong>{title}</strong> {action}
    </Note>
  );
}

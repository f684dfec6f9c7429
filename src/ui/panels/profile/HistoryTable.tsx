import { workloadChain } from '../../../core/model/workloadChain';
import type { NodeId } from '../../../core/network/types';
import type { Profile } from '../../../core/profile/types';
import { isMeasured } from '../../../state/fittingProfile';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { TextField } from '../../primitives/TextField';
import { focusMainIfLost } from '../../shell/focusMain';
import { formatDate, profileTexts } from '../inspector/profileTexts';
import { EndToEnd, SteadinessBadge } from './ConfigurationsTable';
import styles from './Profile.module.css';
import { runtimeText, usersOf } from './profileWords';

interface Props {
  readonly profiles: readonly Profile[];
  /** Where "Use" goes. */
  readonly node: NodeId;
  readonly ticked: readonly string[];
  readonly onTick: (id: string, on: boolean) => void;
}

/** Longest name [characters]. */
const nameLength = 60;

export function HistoryTable({ profiles, node, ticked, onTick }: Props) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Profiles kept in this browser">
      <table className={`${styles.table} ${styles.stacking}`} data-history>
        <caption className="visually-hidden">Profiles kept in this browser</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Tick</span>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Model</th>
            <th scope="col">Ran on</th>
            <th scope="col" className={styles.number}>
              End to end
            </th>
            <th scope="col">Steadiness</th>
            <th scope="col">Date</th>
            <th scope="col">Use</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <Row
              key={profile.id}
              profile={profile}
              node={node}
              isTicked={ticked.includes(profile.id)}
              onTick={onTick}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'node' | 'onTick'> {
  readonly profile: Profile;
  readonly isTicked: boolean;
}

function Row({ profile, node, isTicked, onTick }: RowProps) {
  const measuredHere = useApp((state) => state.measuredHere);
  const rename = useApp((state) => state.renameProfile);
  const remove = useApp((state) => state.removeProfile);
  const { badge, how } = profileTexts(profile, measuredHere);
  const what = `${profile.deviceName}, ${profile.modelName}, ${runtimeText(profile)}`;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={`Tick ${what}`}
          checked={isTicked}
          onChange={(event) => onTick(profile.id, event.target.checked)}
        />
      </td>
      <th scope="row" className={styles.nameCell}>
        <TextField
          className={styles.name}
          label={`Name of ${what}`}
          value={profile.deviceName}
          maxLength={nameLength}
          onCommit={(name) => void rename(profile.id, name)}
        />
        <span className={styles.under} title={how}>
          {badge}
        </span>
      </th>
      <td>{profile.modelName}</td>
      <td>{runtimeText(profile)}</td>
      <td className={styles.number}>
        <EndToEnd profile={profile} />
      </td>
      {isMeasured(profile) ? (
        <td>
          <SteadinessBadge profile={profile} />
        </td>
      ) : (
        <td className={styles.none}>–</td>
      )}
      <td className={styles.nowrap}>{'date' in profile.source ? formatDate(profile.source.date) : '–'}</td>
      <td>
        <Use profile={profile} node={node} />
      </td>
      <td>
        <Button
          look="quiet"
          icon="remove"
          iconOnly
          onClick={({ currentTarget }) => {
            focusNextTo(currentTarget);
            void remove(profile.id).then(focusMainIfLost);
          }}
        >
          {`Remove ${what}`}
        </Button>
      </td>
    </tr>
  );
}

/** The row goes, and its button with it: a keyboard stays in the table, at the same button of the row beside it. */
function focusNextTo(button: HTMLButtonElement): void {
  const row = button.closest('tr');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector<HTMLButtonElement>('td:last-child button')?.focus();
}

function Use({ profile, node }: Pick<RowProps, 'profile' | 'node'>) {
  const scenario = useApp((state) => state.scenario);
  const adoptProfile = useApp((state) => state.adoptProfile);
  const users = usersOf(profile, scenario);
  const inUse = users.length > 0 && <span className={styles.small}>in use by {users.join(', ')}</span>;
  if (profile.modelKey !== workloadChain(scenario.workload).modelKey) {
    return <>{inUse || <span className={styles.small}>other model</span>}</>;
  }
  const target = scenario.nodes.find(({ id }) => id === node);
  const isTarget = target?.device?.kind === 'measured' && target.device.profileId === profile.id;
  return (
    <span className={styles.use}>
      {!isTarget && target !== undefined && (
        <Button onClick={() => adoptProfile(profile, node)}>Use for {target.name}</Button>
      )}
      {inUse}
    </span>
  );
}

import { workloadChain } from '../../../core/model/workloadChain';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { formatDate } from '../inspector/profileTexts';
import styles from './Profile.module.css';
import { badgeTitle, isMeasured, totalAndMedianText } from './profileWords';

/** Everything that was measured on this device, kept in this browser. */
export function ProfileHistory() {
  const profiles = useApp((state) => state.localProfiles).filter(isMeasured);
  const scenario = useApp((state) => state.scenario);
  const adoptProfile = useApp((state) => state.adoptProfile);
  const removeProfile = useApp((state) => state.removeProfile);
  if (profiles.length === 0) return null;
  const { modelKey } = workloadChain(scenario.workload);
  const device = scenario.nodes.find((node) => node.id === scenario.sourceId)?.device;
  const usedId = device?.kind === 'measured' ? device.profileId : null;
  return (
    <Section level={2} title="Measured on this device">
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">Measurements kept in this browser</caption>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Date</th>
              <th scope="col" className={styles.number}>
                Threads
              </th>
              <th scope="col" className={styles.number}>
                End to end
              </th>
              <th scope="col">Steadiness</th>
              <th scope="col">Use</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.id}>
                <th scope="row">{profile.modelName}</th>
                <td>{formatDate(profile.source.date)}</td>
                <td className={styles.number}>{profile.source.threads}</td>
                <td className={styles.number}>{totalAndMedianText(profile)}</td>
                <td>
                  <span
                    className={styles.badge}
                    data-steadiness={profile.source.steadiness}
                    title={badgeTitle(profile.source)}
                  >
                    {profile.source.steadiness}
                  </span>
                </td>
                <td>
                  {profile.modelKey !== modelKey ? (
                    <span className={styles.small}>other model</span>
                  ) : profile.id === usedId ? (
                    'in use by the UE'
                  ) : (
                    <Button onClick={() => adoptProfile(profile)}>Use for the UE</Button>
                  )}
                </td>
                <td>
                  <Button look="quiet" icon="remove" iconOnly onClick={() => void removeProfile(profile.id)}>
                    {`Remove the measurement of ${profile.modelName} with ${profile.source.threads} threads`}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.small}>
        Kept in this browser only. A scenario that uses one carries a copy of it, which stays when it is
        removed here.
      </p>
    </Section>
  );
}

import type { Profile } from '../../../core/profile/types';
import { useApp } from '../../../state/useStore';
import { formatSeconds } from '../../format';
import styles from './Inspector.module.css';
import { profileTexts } from './profileTexts';

interface Props {
  readonly profile: Profile;
  /** Who computes with it: "Phone, Edge host". */
  readonly usedBy?: string;
}

/** A profile's total, how sure it is, and where it comes from. */
export function ProfileFacts({ profile, usedBy }: Props) {
  const measuredHere = useApp((state) => state.measuredHere);
  const { device, badge, totalS, intervalS, how, citation } = profileTexts(profile, measuredHere);
  return (
    <div>
      <p className={styles.row}>
        <strong>{device}</strong>
        <span className={styles.badge} data-kind={badge} title={how}>
          {badge}
        </span>
      </p>
      {usedBy !== undefined && <p className={styles.small}>Used by {usedBy}</p>}
      <p className={styles.row}>
        <span className={styles.soft}>Whole model</span>
        <span>
          {formatSeconds(totalS)}
          {intervalS !== null && (
            <span className={styles.soft}>
              {' '}
              (95 %: {formatSeconds(intervalS[0])} to {formatSeconds(intervalS[1])})
            </span>
          )}
        </span>
      </p>
      <p className={styles.small}>{how}</p>
      {citation !== null && (
        <details className={styles.citation}>
          <summary>Source</summary>
          {citation}
        </details>
      )}
    </div>
  );
}

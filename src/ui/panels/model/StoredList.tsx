import type { ModelsState } from '../../../state/modelsTypes';
import { useApp } from '../../../state/useStore';
import { formatBytes } from '../../format';
import { Button } from '../../primitives/Button';
import styles from './Model.module.css';

/** Models that this browser keeps, newest first. */
export function StoredList({ stored }: { readonly stored: NonNullable<ModelsState['stored']> }) {
  const reopenModel = useApp((state) => state.reopenModel);
  const removeModel = useApp((state) => state.removeModel);
  return (
    <section className={styles.stack} aria-label="Models kept in this browser">
      <h3>Kept in this browser</h3>
      <ul className={styles.kept}>
        {stored.map(({ fingerprint, name, bytes, openedAt }) => (
          <li key={fingerprint}>
            <span className={styles.keptName}>
              {name}{' '}
              <span className={styles.small}>
                {formatBytes(bytes)}, opened {openedAt.slice(0, 10)}
              </span>
            </span>
            <Button onClick={() => void reopenModel(fingerprint)}>
              Open<span className="visually-hidden"> {name}</span>
            </Button>
            <Button look="quiet" icon="remove" iconOnly onClick={() => void removeModel(fingerprint)}>
              {`Remove ${name} from this browser`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

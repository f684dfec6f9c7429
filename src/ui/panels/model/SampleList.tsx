import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatBytes } from '../../format';
import { Button } from '../../primitives/Button';
import styles from './Model.module.css';

/** Small pretrained models that come with the page, with their licences. */
export function SampleList() {
  const { modelSamples } = useTools();
  const openSample = useApp((state) => state.openSample);
  if (modelSamples.length === 0) return null;
  return (
    <section className={styles.stack} aria-label="Models that come with the page">
      <h3>Or a trained one that comes with the page</h3>
      <ul className={styles.cards}>
        {modelSamples.map(({ id, name, description, bytes, licence, credit }) => (
          <li key={id} className={styles.card}>
            <strong>{name}</strong>
            <span>{description}</span>
            <span className={styles.small}>
              {credit}. Licence of the weights: {licence}.
            </span>
            <Button onClick={() => void openSample(id)}>
              Open<span className="visually-hidden"> {name}</span>, {formatBytes(bytes)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

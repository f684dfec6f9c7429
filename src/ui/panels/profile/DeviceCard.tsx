import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatSeconds } from '../../format';
import { Section } from '../../primitives/Section';
import { gpuText, missingHere } from './deviceWords';
import styles from './Profile.module.css';

/** What this browser offers for measuring, and what is missing and why. */
export function DeviceCard() {
  const { facts } = useTools();
  const gpu = useApp((state) => state.gpu);
  const [browser = '', platform = ''] = facts.deviceDetails.split(', ');
  const missing = missingHere(facts, gpu);
  const adapter = gpu?.kind === 'adapter' ? gpu.adapter : null;
  const rows: readonly (readonly [string, string])[] = [
    ['Browser', `${browser}, ${platform}`],
    ['Logical cores', String(facts.cores)],
    ['GPU', gpuText(gpu)],
    ['Isolated (threads)', facts.crossOriginIsolated ? 'yes' : 'no'],
    ['Memory', facts.memoryGiB === null ? 'not told' : `about ${facts.memoryGiB} GB`],
    ['Clock steps by', formatSeconds(facts.clockS)],
  ];
  return (
    <Section level={2} title="This device">
      <dl className={styles.facts} data-device-card>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {name === 'GPU' && adapter?.isFallback === true && (
                <>
                  {' '}
                  <span className={styles.badge} data-steadiness="fair">
                    software adapter
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <ul className={styles.missing}>
          {missing.map(({ what, why }) => (
            <li key={what}>
              <strong>{what}: not here.</strong> {why}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.small}>This is what the browser tells. It stays here unless you share it.</p>
    </Section>
  );
}

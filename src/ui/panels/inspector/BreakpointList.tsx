import type { NetworkLink, NodeId } from '../../../core/network/types';
import { useApp } from '../../../state/useStore';
import type { Names } from '../../errors/names';
import { formatMbps, formatSeconds } from '../../format';
import styles from './Inspector.module.css';

interface Props {
  readonly link: NetworkLink;
  readonly names: Names;
}

/** The exact capacities of a link at which the best plan changes: the ticks of its slider, as a table. */
export function BreakpointList({ link, names }: Props) {
  const ticks = useApp((state) => state.ticks);
  if (ticks.link !== link.id || ticks.breakpoints === null) {
    return <p className={styles.small}>Working out where the best plan changes…</p>;
  }
  if (ticks.breakpoints.length === 0) {
    return <p className={styles.small}>The best plan is the same at every capacity of this link.</p>;
  }
  const list = (nodes: readonly NodeId[]) =>
    nodes.length === 0 ? 'no plan' : nodes.map(names.node).join(' → ');
  return (
    <details>
      <summary>
        The best plan changes at {ticks.breakpoints.length}{' '}
        {ticks.breakpoints.length === 1 ? 'capacity' : 'capacities'}
      </summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Capacity</th>
            <th scope="col">Below it</th>
            <th scope="col">Above it</th>
            <th scope="col" className={styles.number}>
              Total there
            </th>
          </tr>
        </thead>
        <tbody>
          {ticks.breakpoints.map((tick) => (
            <tr key={tick.capacityMbps}>
              <th scope="row">{formatMbps(tick.capacityMbps)}</th>
              <td>{list(tick.below)}</td>
              <td>{list(tick.above)}</td>
              <td className={styles.number}>{formatSeconds(tick.totalS)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

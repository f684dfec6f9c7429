import { workloadChain } from '../../../core/model/workloadChain';
import type { NetworkLink } from '../../../core/network/types';
import type { Breakpoint } from '../../../core/solvers/types';
import { selectAnswer } from '../../../state/selectors';
import { ticksOf } from '../../../state/ticks';
import type { SliderDirection } from '../../../state/ticksTarget';
import { selectShown, useApp } from '../../../state/useStore';
import type { Names } from '../../errors/names';
import { bestWord, bestIsProven } from '../../explain/bestWord';
import { formatMbps, formatSeconds } from '../../format';
import { sidesText } from '../../primitives/tickText';
import styles from './Inspector.module.css';

interface Props {
  readonly link: NetworkLink;
  /** Which slider's ticks. */
  readonly direction: SliderDirection;
  readonly names: Names;
}

/** The exact capacities at which the best plan changes: the ticks of one slider of a link, as a table. */
export function BreakpointList({ link, direction, names }: Props) {
  const breakpoints = useApp((state) => ticksOf(state.ticks, link.id, direction));
  const answerProven = useApp((state) => bestIsProven(selectAnswer(state)?.solution ?? { strategies: [] }));
  const [from, to] = direction === 'bToA' ? [link.b, link.a] : [link.a, link.b];
  const way = direction === 'both' ? '' : ` from ${names.node(from)} to ${names.node(to)}`;
  if (breakpoints === null) {
    return <p className={styles.small}>Working out where the best plan changes{way}…</p>;
  }
  if (breakpoints.length === 0) {
    return (
      <p className={styles.small}>
        The {bestWord(answerProven, 'plan')} is the same at every capacity{way || ' of this link'}.
      </p>
    );
  }
  return (
    <details>
      <summary>
        The{' '}
        {bestWord(
          breakpoints.every(({ proven }) => proven),
          'plan',
        )}{' '}
        changes at {breakpoints.length} {breakpoints.length === 1 ? 'capacity' : 'capacities'}
        {way}
      </summary>
      <BreakpointTable breakpoints={breakpoints} names={names} />
    </details>
  );
}

interface TableProps {
  readonly breakpoints: readonly Breakpoint[];
  readonly names: Names;
}

function BreakpointTable({ breakpoints, names }: TableProps) {
  const blockCount = useApp((state) => workloadChain(selectShown(state).workload).blocks.length);
  return (
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
        {breakpoints.map((tick) => {
          const [below, above] = sidesText(tick, names, blockCount);
          return (
            <tr key={tick.capacityMbps}>
              <th scope="row">
                {formatMbps(tick.capacityMbps)}
                {tick.proven ? '' : ' (estimated)'}
              </th>
              <td>{below}</td>
              <td>{above}</td>
              <td className={styles.number}>{formatSeconds(tick.totalS)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

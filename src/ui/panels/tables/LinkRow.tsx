import { memo } from 'react';
import type { NetworkLink } from '../../../core/network/types';
import { changeCapacity, changeLink, removeItems, type LinkPatch } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import styles from './Tables.module.css';
import { useRowSelection } from './useRowSelection';

interface Props {
  readonly link: NetworkLink;
  /** Names of the ends. */
  readonly a: string;
  readonly b: string;
  readonly selected: boolean;
}

export const LinkRow = memo(function LinkRow({ link, a, b, selected }: Props) {
  const edit = useApp((state) => state.edit);
  const select = useApp((state) => state.select);
  const row = useRowSelection(selected, () => select([], [link.id]));
  const change = (patch: LinkPatch) => edit((now) => changeLink(now, link.id, patch));
  const name = `${a} – ${b}`;
  const capacity = (direction: 'aToB' | 'bToA') => (
    <NumberField
      label={`Capacity ${direction === 'aToB' ? `${a} to ${b}` : `${b} to ${a}`} in Mbit/s; 0: down`}
      value={direction === 'aToB' ? link.aToBMbps : link.bToAMbps}
      min={limits.minCapacityMbps}
      max={limits.maxCapacityMbps}
      or={0}
      onCommit={(mbps) =>
        edit((now) => changeCapacity(now, link.id, mbps ?? 0, link.symmetric ? 'both' : direction))
      }
    />
  );
  const delay = (key: 'propagationMs' | 'overheadMs', label: string) => (
    <NumberField
      label={`${label} of ${name} in ms`}
      value={link[key]}
      min={0}
      max={limits.delayMs}
      onCommit={(ms) => change({ [key]: ms ?? 0 })}
    />
  );
  return (
    <tr ref={row.ref} {...row.props}>
      <th scope="row">
        <span className={styles.end}>{a}</span>
      </th>
      <td>
        <span className={styles.end}>{b}</span>
      </td>
      <td>{capacity('aToB')}</td>
      <td>{capacity('bToA')}</td>
      <td>
        <span className={styles.check}>
          <input
            type="checkbox"
            aria-label={`Both directions of ${name} move together`}
            checked={link.symmetric}
            onChange={(event) => change({ symmetric: event.target.checked })}
          />
        </span>
      </td>
      <td>{delay('propagationMs', 'Propagation')}</td>
      <td>{delay('overheadMs', 'Overhead')}</td>
      <td>
        <select
          aria-label={`Medium of ${name}`}
          value={link.medium}
          onChange={(event) => change({ medium: event.target.value === 'wired' ? 'wired' : 'wireless' })}
        >
          <option value="wireless">wireless</option>
          <option value="wired">wired</option>
        </select>
      </td>
      <td>
        <Button
          look="quiet"
          icon="remove"
          iconOnly
          onClick={() => edit((now) => removeItems(now, { nodes: [], links: [link.id] }))}
        >
          {`Delete ${name}`}
        </Button>
      </td>
    </tr>
  );
});

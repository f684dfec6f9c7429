import { memo } from 'react';
import { limits } from '../../../core/scenario/limits';
import type { CustomBlock } from '../../../core/scenario/types';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import { TextField } from '../../primitives/TextField';
import { changeBlock, loadIn, moveBlock, removeBlock } from './chainEdits';
import type { ChainEdit } from './useChainEdit';
import styles from './Workload.module.css';

interface Props {
  readonly block: CustomBlock;
  readonly index: number;
  readonly count: number;
  readonly editChain: ChainEdit;
}

/** One block of a custom chain as a row of the table. */
export const ChainRow = memo(function ChainRow({ block, index, count, editChain }: Props) {
  const change = (patch: Partial<CustomBlock>) => editChain((chain) => changeBlock(chain, index, patch));
  const name = `block ${index + 1}`;
  return (
    <tr>
      <td>{index + 1}</td>
      <td>
        <TextField
          label={`Name of ${name}`}
          value={block.name}
          maxLength={limits.nameLength}
          onCommit={(text) => change({ name: text })}
        />
      </td>
      <td>
        <div className={styles.load}>
          <NumberField
            label={`Load of ${name}`}
            value={block.load.value}
            min={0}
            max={block.load.unit === 'seconds' ? limits.blockSeconds : limits.blockMacs}
            onCommit={(value) => change({ load: { ...block.load, value: value ?? 0 } })}
          />
          <select
            aria-label={`Unit of the load of ${name}`}
            value={block.load.unit}
            onChange={(event) =>
              change({ load: loadIn(event.target.value === 'macs' ? 'macs' : 'seconds', block.load) })
            }
          >
            <option value="seconds">s at 1x</option>
            <option value="macs">MAC</option>
          </select>
        </div>
      </td>
      <td>
        <NumberField
          label={`Bytes out of ${name}`}
          value={block.bytesOut}
          min={0}
          max={limits.bytes}
          onCommit={(bytesOut) => change({ bytesOut: bytesOut ?? 0 })}
        />
      </td>
      <td>
        <NumberField
          label={`Weight bytes of ${name}`}
          value={block.weightBytes}
          min={0}
          max={limits.bytes}
          onCommit={(weightBytes) => change({ weightBytes: weightBytes ?? 0 })}
        />
      </td>
      <td>
        <div className={styles.rowActions}>
          <Button
            look="quiet"
            icon="up"
            iconOnly
            disabled={index === 0}
            onClick={() => editChain((chain) => moveBlock(chain, index, -1))}
          >
            {`Move ${name} up`}
          </Button>
          <Button
            look="quiet"
            icon="down"
            iconOnly
            disabled={index === count - 1}
            onClick={() => editChain((chain) => moveBlock(chain, index, 1))}
          >
            {`Move ${name} down`}
          </Button>
          <Button
            look="quiet"
            icon="remove"
            iconOnly
            disabled={count === 1}
            onClick={() => editChain((chain) => removeBlock(chain, index))}
          >
            {`Remove ${name}`}
          </Button>
        </div>
      </td>
    </tr>
  );
});

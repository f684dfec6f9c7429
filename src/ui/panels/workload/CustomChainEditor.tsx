import { useId } from 'react';
import { limits } from '../../../core/scenario/limits';
import type { CustomWorkload } from '../../../core/scenario/types';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { TextField } from '../../primitives/TextField';
import { appendBlock } from './chainEdits';
import { ChainCsv } from './ChainCsv';
import { ChainRow } from './ChainRow';
import { useChainEdit } from './useChainEdit';
import styles from './Workload.module.css';

/** A chain of blocks given by their numbers, as a table; also from and to a spreadsheet. */
export function CustomChainEditor({ workload }: { readonly workload: CustomWorkload }) {
  const editChain = useChainEdit();
  const id = useId();
  return (
    <div className={styles.stack}>
      <Field label="Name" htmlFor={`${id}name`}>
        <TextField
          id={`${id}name`}
          value={workload.name}
          maxLength={limits.nameLength}
          onCommit={(name) => editChain((chain) => ({ ...chain, name }))}
        />
      </Field>
      <Field label="Input" htmlFor={`${id}input`} hint="What crosses when nothing runs on the phone (UE).">
        <NumberField
          id={`${id}input`}
          value={workload.inputBytes}
          min={0}
          max={limits.bytes}
          unit="B"
          onCommit={(inputBytes) => editChain((chain) => ({ ...chain, inputBytes: inputBytes ?? 0 }))}
        />
      </Field>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Blocks of the chain">
        <table className={styles.table} aria-label="Blocks of the chain">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Number</span>
              </th>
              <th scope="col">Name</th>
              <th scope="col">Load</th>
              <th scope="col">Bytes out</th>
              <th scope="col">Weight bytes</th>
              <th scope="col">
                <span className="visually-hidden">Move and remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {workload.blocks.map((block, i) => (
              // Blocks have no identity of their own: a row is its place in the chain.
              <ChainRow
                key={i}
                block={block}
                index={i}
                count={workload.blocks.length}
                editChain={editChain}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        <Button
          icon="add"
          disabled={workload.blocks.length >= limits.blocks}
          onClick={() => editChain(appendBlock)}
        >
          Add block
        </Button>
        <span className={styles.small}>
          A load in seconds counts on a node of speed 1x; 1x runs 1 GMAC per second.
        </span>
      </div>
      <ChainCsv blocks={workload.blocks} editChain={editChain} />
    </div>
  );
}

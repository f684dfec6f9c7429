import { useId, useState } from 'react';
import {
  customChainToCsv,
  parseCustomChainCsv,
  type TableError,
} from '../../../core/scenario/customChainCsv';
import type { CustomBlock } from '../../../core/scenario/types';
import { useTools } from '../../../state/useTools';
import { describeTableError } from '../../errors/describeDocument';
import { Button } from '../../primitives/Button';
import type { ChainEdit } from './useChainEdit';
import styles from './Workload.module.css';

interface Props {
  readonly blocks: readonly CustomBlock[];
  readonly editChain: ChainEdit;
}

const pastedName = 'Pasted chain';

/** The chain as text: copied into a spreadsheet, pasted from one. A bad table changes nothing and stays to be corrected. */
export function ChainCsv({ blocks, editChain }: Props) {
  const { files } = useTools();
  const [text, setText] = useState('');
  const [error, setError] = useState<TableError | null>(null);
  const [message, setMessage] = useState('');
  const id = useId();
  const replace = () => {
    const parsed = parseCustomChainCsv(text);
    setError(parsed.ok ? null : parsed.error);
    setMessage('');
    if (!parsed.ok) return;
    // Blocks from elsewhere are no longer the model the chain was named after.
    editChain((chain) => ({ ...chain, name: pastedName, blocks: parsed.value }));
    setText('');
    setMessage(`The chain now has ${parsed.value.length} ${parsed.value.length === 1 ? 'block' : 'blocks'}.`);
  };
  const copy = async () => {
    const csv = customChainToCsv(blocks);
    if (await files.copyText(csv)) {
      setMessage('Table copied.');
      return;
    }
    setText(csv);
    setMessage('The browser did not allow copying: the table is in the field, to be copied by hand.');
  };
  const words = error === null ? null : describeTableError(error);
  return (
    <details>
      <summary>As text: paste or copy a table</summary>
      <div className={styles.csv}>
        <label htmlFor={`${id}csv`} className={styles.small}>
          One block a line, from a spreadsheet or a CSV file: name, seconds at 1x, bytes out, weight bytes. A
          first line with titles may name other units, such as time_ms, macs, kb_out or mbit_out.
        </label>
        <textarea
          id={`${id}csv`}
          spellCheck={false}
          value={text}
          aria-invalid={error !== null}
          aria-describedby={`${id}message`}
          placeholder={'name,time_s,bytes_out,weight_bytes\nblock 1,0.5,125000,0'}
          onChange={(event) => setText(event.target.value)}
        />
        <div id={`${id}message`}>
          {words !== null && (
            <p role="alert" className={styles.error}>
              <strong>{words.title}</strong> {words.action}
            </p>
          )}
          <p role="status">{message}</p>
        </div>
        <div className={styles.actions}>
          <Button disabled={text.trim() === ''} onClick={replace}>
            Replace the chain by this table
          </Button>
          <Button onClick={() => void copy()}>Copy the chain as a table</Button>
        </div>
      </div>
    </details>
  );
}

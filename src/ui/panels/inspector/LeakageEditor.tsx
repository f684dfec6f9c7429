import { useId, useMemo, useState } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import { changeGoals, changeLeakage } from '../../../core/scenario/goalEdits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatNumber } from '../../format';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import styles from './Inspector.module.css';
import { boundaryLabels, leakageToCsv, parseLeakage, type LeakageError } from './leakageTable';

/** How much each boundary gives away: the user's own figures, pasted; none is built in. */
export function LeakageEditor({ withLimit = true }: { readonly withLimit?: boolean }) {
  const workload = useApp((state) => state.scenario.workload);
  const leakage = useApp((state) => state.scenario.leakage);
  const limit = useApp((state) => state.scenario.goals.limits.leakage);
  const edit = useApp((state) => state.edit);
  const id = useId();
  const chain = useMemo(() => workloadChain(workload), [workload]);
  const need = chain.boundaryBytes.length;
  return (
    <div className={styles.stack}>
      <p className={styles.small}>
        {leakage === null
          ? `No figures yet. ${chain.name} has ${need} boundaries, 0 (the picture) to ${need - 1} (the result).`
          : `${leakage.length} figures of yours, ${formatNumber(Math.min(...leakage))} to ${formatNumber(Math.max(...leakage))}.`}
      </p>
      {leakage !== null && leakage.length !== need && (
        <p className={styles.problem} data-severity="warning">
          <span className={styles.problemText}>
            <strong>
              They are {leakage.length} figures; the model has {need} boundaries.
            </strong>
            They are not used. Paste figures for this model, or go back to the model they are of.
          </span>
        </p>
      )}
      <p className={styles.small}>
        Depth is not privacy: what can be told from the features at a boundary depends on the model and on who
        looks. Nothing is built in; measure it (a reconstruction score, say), larger = worse. It counts where
        a boundary is handed from a trusted to an untrusted node that computes.
      </p>
      {leakage?.length === need && limit === null && (
        <p className={styles.small}>
          <strong>No limit is set:</strong> nodes that are not trusted compute like the others. Set one to
          keep them from what leaks more.
        </p>
      )}
      {leakage?.length === need && <LeakageTable leakage={leakage} labels={boundaryLabels(chain)} />}
      <LeakageText key={need} need={need} />
      {leakage !== null && (
        <>
          {withLimit && (
            <Field label="Limit" htmlFor={`${id}limit`} hint="Empty: no limit.">
              <NumberField
                id={`${id}limit`}
                value={limit}
                min={0}
                max={limits.leakage}
                optional
                placeholder="no limit"
                onCommit={(value) => edit((now) => changeGoals(now, { limits: { leakage: value } }))}
              />
            </Field>
          )}
          <div className={styles.actions}>
            <Button onClick={() => edit((now) => changeLeakage(now, null))}>Forget the figures</Button>
          </div>
        </>
      )}
    </div>
  );
}

function LeakageTable({ leakage, labels }: { leakage: readonly number[]; labels: readonly string[] }) {
  return (
    <details>
      <summary>Every boundary</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Boundary</th>
            <th scope="col">After</th>
            <th scope="col" className={styles.number}>
              Leakage
            </th>
          </tr>
        </thead>
        <tbody>
          {leakage.map((value, boundary) => (
            <tr key={boundary}>
              <th scope="row">{boundary}</th>
              <td>{labels[boundary]}</td>
              <td className={styles.number}>{formatNumber(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Paste and copy. A bad text changes nothing and stays to be corrected. */
function LeakageText({ need }: { readonly need: number }) {
  const workload = useApp((state) => state.scenario.workload);
  const leakage = useApp((state) => state.scenario.leakage);
  const edit = useApp((state) => state.edit);
  const { files } = useTools();
  const [text, setText] = useState('');
  const [error, setError] = useState<LeakageError | null>(null);
  const [message, setMessage] = useState('');
  const id = useId();
  const use = () => {
    const parsed = parseLeakage(text, need);
    setError(parsed.ok ? null : parsed.error);
    setMessage('');
    if (!parsed.ok) return;
    edit((now) => changeLeakage(now, parsed.value));
    setText('');
    setMessage(`${parsed.value.length} figures are in use.`);
  };
  const copy = async () => {
    const csv = leakageToCsv(workloadChain(workload), leakage);
    if (await files.copyText(csv)) {
      setMessage('Table copied: fill in the last column and paste it here.');
      return;
    }
    setText(csv);
    setMessage('The browser did not allow copying: the table is in the field, to be copied by hand.');
  };
  return (
    <div className={styles.stack}>
      <label htmlFor={`${id}text`} className={styles.small}>
        {need} numbers, one a line, from a spreadsheet or a CSV file; of several columns the last one counts.
      </label>
      <textarea
        id={`${id}text`}
        className={styles.area}
        rows={3}
        spellCheck={false}
        value={text}
        aria-invalid={error !== null}
        aria-describedby={`${id}message`}
        placeholder={'1\n0.85\n0.62\n…'}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}message`}>
        {error !== null && (
          <p role="alert" className={styles.error}>
            <strong>
              Line {error.line}: expected {error.expected}.
            </strong>{' '}
            Nothing has changed.
          </p>
        )}
        <p role="status" className={styles.small}>
          {message}
        </p>
      </div>
      <div className={styles.actions}>
        <Button disabled={text.trim() === ''} onClick={use}>
          Use these figures
        </Button>
        <Button onClick={() => void copy()}>Copy the boundaries as a table</Button>
      </div>
    </div>
  );
}

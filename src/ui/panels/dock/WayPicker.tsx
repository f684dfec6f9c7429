import { Fragment, useId } from 'react';
import type { ShownPlan } from '../../../state/types';
import type { WayId } from '../../explain/methodTexts';
import { wayColumns, type WayRow, type WayRows } from './wayRows';
import styles from './WayPicker.module.css';

interface Props {
  readonly groups: readonly WayRows[];
  readonly shown: ShownPlan;
  readonly onShow: (id: WayId) => void;
  /** Why cells are empty. */
  readonly notes: readonly string[];
}

/** Every way to split with what it assumes and what its plan comes to; choosing one draws it. */
export function WayPicker({ groups, shown, onShow, notes }: Props) {
  const id = useId();
  return (
    <section className={styles.picker} data-way-picker>
      <h3 id={`${id}title`} className={styles.title}>
        Methods and what each assumes
      </h3>
      <div className={styles.scroller} role="region" aria-labelledby={`${id}title`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Method</th>
              {wayColumns.map((column) => (
                <th key={column} scope="col" className={styles.number}>
                  {column}
                </th>
              ))}
              <th scope="col">Assumes</th>
            </tr>
          </thead>
          {groups.map(({ group, rows }) => (
            <tbody key={group.id}>
              <tr>
                <th scope="rowgroup" colSpan={wayColumns.length + 2} className={styles.group}>
                  {group.title}
                </th>
              </tr>
              {rows.map((row) => (
                <Fragment key={row.id}>
                  <Way row={row} name={id} isShown={row.id === shown} onShow={onShow} />
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface WayProps {
  readonly row: WayRow;
  /** Of the radio group. */
  readonly name: string;
  readonly isShown: boolean;
  readonly onShow: (id: WayId) => void;
}

function Way({ row, name, isShown, onShow }: WayProps) {
  return (
    <tr data-way={row.id} data-shown={isShown} className={styles.way}>
      <th scope="row">
        <label className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={isShown}
            disabled={row.state === 'impossible'}
            onChange={() => onShow(row.id)}
          />
          <span>{row.name}</span>
        </label>
      </th>
      {row.cells.map((cell, index) => (
        <td key={wayColumns[index]} className={styles.number}>
          {cell}
        </td>
      ))}
      <td className={styles.assumes}>
        {row.assumes} <span className={styles.source}>({row.source})</span>
        {row.note !== '' && <strong className={styles.note}> {row.note}</strong>}
      </td>
    </tr>
  );
}

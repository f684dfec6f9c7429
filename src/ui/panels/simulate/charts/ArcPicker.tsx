import { Button } from '../../../primitives/Button';
import styles from './RunCharts.module.css';
import type { RunNames } from './runNames';
import type { ArcPick } from './timeSeriesTypes';

interface Props {
  readonly choices: readonly ArcPick[];
  readonly chosen: readonly ArcPick[];
  readonly names: RunNames;
  readonly onChoose: (chosen: readonly ArcPick[]) => void;
}

/** More lines than these could not be told apart. */
const mostArcs = 4;

/** Whose capacities are drawn. */
export function ArcPicker({ choices, chosen, names, onChoose }: Props) {
  if (choices.length === 0) return null;
  const isFull = chosen.length >= mostArcs;
  return (
    <details className={styles.picker}>
      <summary>Capacities drawn: {chosen.length === 0 ? 'none' : chosen.map(names.arc).join('; ')}</summary>
      <div className={styles.pickerBody}>
        <ul>
          {choices.map((pick) => {
            const isChosen = chosen.includes(pick);
            return (
              <li key={pick}>
                <label>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={!isChosen && isFull}
                    onChange={() =>
                      onChoose(isChosen ? chosen.filter((other) => other !== pick) : [...chosen, pick])
                    }
                  />
                  {names.arc(pick)}
                </label>
              </li>
            );
          })}
        </ul>
        {isFull && <p className={styles.soft}>Four at most: clear one to draw another.</p>}
        {chosen.length > 0 && (
          <Button look="quiet" onClick={() => onChoose([])}>
            Clear all
          </Button>
        )}
      </div>
    </details>
  );
}

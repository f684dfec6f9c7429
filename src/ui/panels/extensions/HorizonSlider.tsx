import { useId } from 'react';
import { horizonRange } from '../../../core/studies/trainingTypes';
import styles from './Extensions.module.css';
import { OptionField } from './OptionField';
import { countIterations } from './trainingView';

interface Props {
  readonly iterations: number;
  readonly onChange: (iterations: number) => void;
}

const perDecade = 40;

/** Iterations until the next move: exact, and on a track of decades. */
export function HorizonSlider({ iterations, onChange }: Props) {
  const id = useId();
  const last = perDecade * Math.log10(horizonRange.max / horizonRange.min);
  return (
    <div className={styles.wide}>
      <OptionField
        label="Iterations between moves"
        value={iterations}
        whole
        {...horizonRange}
        onChange={onChange}
      />
      <input
        id={id}
        type="range"
        className={styles.range}
        aria-label="Iterations between moves, on a track of decades"
        aria-describedby={`${id}-hint`}
        aria-valuetext={countIterations(iterations)}
        min={0}
        max={last}
        step={1}
        value={Math.round(perDecade * Math.log10(iterations / horizonRange.min))}
        onChange={(event) =>
          onChange(Math.round(horizonRange.min * 10 ** (event.target.valueAsNumber / perDecade)))
        }
      />
      <p id={`${id}-hint`} className={styles.hint}>
        N: what a move is spread over. The paper’s eq. 9 adds both one to one: N = 1.
      </p>
    </div>
  );
}

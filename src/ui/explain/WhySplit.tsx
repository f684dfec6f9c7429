import type { Ref } from 'react';
import { selectAnswer } from '../../state/selectors';
import { useApp } from '../../state/useStore';
import { describeInfeasible } from '../errors/describe';
import { namesOf } from '../errors/names';
import { formatBytes, formatSeconds } from '../format';
import { Button } from '../primitives/Button';
import { bestIsProven, bestWord } from './bestWord';
import { whyId } from './showWhy';
import { splitMoves, type SplitMove } from './splitMoves';
import type { OwnSplit } from '../../core/scenario/types';
import styles from './WhySplit.module.css';

interface Props {
  readonly ref: Ref<HTMLElement>;
  readonly onTry: (split: OwnSplit) => void;
}

/** The best plan against each of its neighbours, in numbers: no cut can move by a block without a loss. */
export function WhySplit({ ref, onTry }: Props) {
  const answer = useApp(selectAnswer);
  if (answer === null) return null;
  const { scenario, solution } = answer;
  const moves = splitMoves(scenario, solution);
  if (moves.length === 0 || solution.best === null) return null;
  const names = namesOf(scenario);
  const word = bestWord(bestIsProven(solution), 'split');
  return (
    <section ref={ref} id={whyId} tabIndex={-1} className={styles.why}>
      <h3 id={`${whyId}-title`} className={styles.title}>
        Why this split?
      </h3>
      <p className={styles.soft}>
        The {word} takes {formatSeconds(solution.best.totalS)}. Each of its cuts moved by one block,
        everything else as it is:
      </p>
      <div className={styles.scroller} role="region" aria-labelledby={`${whyId}-title`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Cut</th>
              <th scope="col">In all</th>
              <th scope="col">Computing</th>
              <th scope="col">Sending</th>
              <th scope="col">Ships</th>
              <th scope="col">
                <span className="visually-hidden">Try it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <tr key={`${move.cut} ${move.step}`}>
                <th scope="row">
                  after block {move.boundary}, {stepWords(move)}
                </th>
                {move.outcome.kind === 'infeasible' ? (
                  <td colSpan={3} className={styles.reason}>
                    {describeInfeasible(move.outcome.reason, names).title}
                  </td>
                ) : (
                  <Deltas move={move} />
                )}
                <td className={styles.number}>
                  {formatBytes(move.bytesThen)} instead of {formatBytes(move.bytesNow)}
                </td>
                <td>{move.own !== null && <Try move={move} own={move.own} onTry={onTry} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const stepWords = ({ step }: SplitMove): string => (step < 0 ? 'one block earlier' : 'one block later');

function Deltas({ move: { delta } }: { readonly move: SplitMove }) {
  const cells = delta === null ? [] : [delta.totalS, delta.computeS, delta.transferS];
  return cells.map((seconds, index) => (
    <td key={index} className={index === 0 ? styles.total : styles.number}>
      {signed(seconds)}
    </td>
  ));
}

/** "+3.1 ms", "−0.4 ms", "the same" */
function signed(seconds: number): string {
  if (seconds === 0) return 'the same';
  return seconds > 0 ? `+${formatSeconds(seconds)}` : `−${formatSeconds(-seconds)}`;
}

interface TryProps {
  readonly move: SplitMove;
  readonly own: OwnSplit;
  readonly onTry: (split: OwnSplit) => void;
}

function Try({ move, own, onTry }: TryProps) {
  return (
    <Button
      aria-label={`Try it: the cut after block ${move.boundary} ${stepWords(move)}`}
      onClick={() => onTry(own)}
    >
      Try it
    </Button>
  );
}

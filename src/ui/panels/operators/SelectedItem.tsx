import { Button } from '../../primitives/Button';
import type { GraphItem } from './operatorItems';
import type { Words } from './operatorWords';
import styles from './Operators.module.css';

interface Props {
  /** null: nothing is selected. */
  readonly item: GraphItem | null;
  readonly words: Words | null;
  /** Whether the selected operator's block can be folded. */
  readonly canFold: boolean;
  readonly onToggle: (block: number) => void;
}

/** What is selected, in words: read aloud as the selection moves, and there to read where nothing hovers. */
export function SelectedItem({ item, words, canFold, onToggle }: Props) {
  const toggles = item !== null && (item.kind === 'block' || canFold);
  return (
    <div className={styles.selected}>
      <div aria-live="polite" aria-atomic="true">
        {words === null ? (
          <p className={styles.keys} id="operator-keys">
            Arrow keys go along the tensors, Enter opens or folds a block, + and − zoom, 0 shows all, Shift
            with an arrow pans.
          </p>
        ) : (
          <>
            <strong>{words.title}</strong>
            {words.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </>
        )}
      </div>
      {toggles && (
        <Button onClick={() => onToggle(item.block)}>
          {item.kind === 'block' ? 'Open the block' : 'Fold the block'}
        </Button>
      )}
    </div>
  );
}

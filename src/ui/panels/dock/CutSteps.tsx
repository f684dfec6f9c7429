import type { CutEditing } from '../../charts/CutHandles';
import { Button } from '../../primitives/Button';
import styles from './CutSteps.module.css';

interface Props {
  /** Where each node of the visitor's split ends; the last is the end of the model. */
  readonly boundaries: readonly number[];
  readonly editing: CutEditing;
}

/** One block to the left or right for every cut: a finger is wider than a block. Only where the pointer is coarse. */
export function CutSteps({ boundaries, editing }: Props) {
  const last = boundaries.at(-1) ?? 0;
  const step = (index: number, boundary: number) => {
    if (boundary < 0 || boundary > last) return;
    editing.preview(index, boundary);
    editing.commit();
  };
  return (
    <ul className={styles.steps} aria-label="Move a cut by one block">
      {boundaries.slice(0, -1).map((boundary, index) => (
        <li key={index}>
          <Button
            icon="left"
            iconOnly
            aria-disabled={boundary === 0}
            onClick={() => step(index, boundary - 1)}
          >
            {`${editing.label(index)}: one block earlier`}
          </Button>
          <Button
            icon="right"
            iconOnly
            aria-disabled={boundary === last}
            onClick={() => step(index, boundary + 1)}
          >
            {`${editing.label(index)}: one block later`}
          </Button>
          <span>
            {editing.label(index)}: {editing.valueText(boundary)}
          </span>
        </li>
      ))}
    </ul>
  );
}

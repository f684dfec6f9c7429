import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import styles from './Model.module.css';

/** The way back from a removal, where it was made: the page's own notices cannot be reached behind an open dialog. */
export function TakeBack() {
  const notices = useApp((state) => state.notices);
  const dismiss = useApp((state) => state.dismiss);
  const last = notices
    .flatMap((notice) => (notice.kind === 'done' && notice.undo !== undefined ? [notice] : []))
    .at(-1);
  const undo = last?.undo;
  return (
    <div role="status" className={styles.takeBack}>
      {last !== undefined && undo !== undefined && (
        <>
          <span>{last.text}</span>
          <Button
            onClick={() => {
              dismiss(last.id);
              void undo();
            }}
          >
            Undo
          </Button>
        </>
      )}
    </div>
  );
}

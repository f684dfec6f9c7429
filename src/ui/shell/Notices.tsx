import { useEffect } from 'react';
import type { Notice } from '../../state/types';
import { useApp } from '../../state/useStore';
import { describeStorageFailure, otherTabDescription, type Description } from '../errors/describe';
import { describeDocumentError } from '../errors/describeDocument';
import { describeFigureLinkFault } from '../errors/describeFigureLink';
import { Button } from '../primitives/Button';
import { Icon } from '../primitives/Icon';
import { focusMainIfLost } from './focusMain';
import styles from './Notices.module.css';

/** How long a confirmation stays [ms]: long enough to read it twice. */
const confirmationMs = 5000;
/** And one with a way back: long enough to reach it by keyboard [ms]. */
const undoableMs = 15_000;

/** Messages to the user: confirmations go by themselves, errors stay until dismissed. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const done = notices.filter((notice) => notice.kind === 'done');
  const errors = notices.filter((notice) => notice.kind !== 'done');
  return (
    <div className={styles.notices}>
      <div role="alert" className={styles.list}>
        {errors.map((notice) => (
          <ErrorNotice key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status" className={styles.list}>
        {done.map((notice) => (
          <Confirmation key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  );
}

function Confirmation({ notice }: { readonly notice: Extract<Notice, { kind: 'done' }> }) {
  const dismiss = useApp((state) => state.dismiss);
  const { id, text, undo } = notice;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), undo === undefined ? confirmationMs : undoableMs);
    return () => clearTimeout(timer);
  }, [id, undo, dismiss]);
  return (
    <p className={styles.done}>
      <Icon name="done" /> {text}
      {undo !== undefined && (
        <button
          className={styles.undo}
          onClick={() => {
            dismiss(id);
            void undo().then(focusMainIfLost);
          }}
        >
          Undo
        </button>
      )}
    </p>
  );
}

type Trouble = Exclude<Notice, { kind: 'done' }>;

function ErrorNotice({ notice }: { readonly notice: Trouble }) {
  const dismiss = useApp((state) => state.dismiss);
  const { title, action } = describeTrouble(notice);
  return (
    <div className={styles.error}>
      <Icon name="warning" />
      <p>
        <strong>{title}</strong> {action}
      </p>
      <Button look="quiet" icon="close" iconOnly onClick={() => dismiss(notice.id)}>
        Dismiss
      </Button>
    </div>
  );
}

function describeTrouble(notice: Trouble): Description {
  switch (notice.kind) {
    case 'document-error':
      return describeDocumentError(notice.error, notice.what);
    case 'storage-error':
      return describeStorageFailure(notice.failure);
    case 'figure-link-fault':
      return describeFigureLinkFault(notice.fault);
    case 'other-tab':
      return otherTabDescription;
  }
}

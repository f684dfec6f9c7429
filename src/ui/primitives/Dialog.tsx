import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './Dialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** `wide` for tables, `top` for a palette that hangs under the top bar. */
  readonly size?: 'narrow' | 'wide' | 'top';
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** A modal dialog while mounted. The browser traps focus, closes on Escape and gives the focus back on close. */
export function Dialog({ title, onClose, size = 'narrow', children, footer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing before the element leaves the page is what returns the focus.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles[size]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.box}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <Button look="quiet" icon="close" iconOnly onClick={onClose}>
            Close
          </Button>
        </header>
        {/* A long text without controls must scroll by keyboard too. */}
        <div className={styles.body} tabIndex={size === 'top' ? undefined : 0}>
          {children}
        </div>
        {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  );
}

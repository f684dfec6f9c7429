import { useEffect, useRef, useState } from 'react';
import { renameNode } from '../../core/scenario/edits';
import { limits } from '../../core/scenario/limits';
import type { NetworkNode } from '../../core/network/types';
import { useAppStore } from '../../state/useStore';
import styles from './NetworkNodeView.module.css';

/** The name of a node while it is typed in place: Enter or leaving takes it, Escape does not. One undo step. */
export function RenameField({ node }: { readonly node: NetworkNode }) {
  const store = useAppStore();
  const [text, setText] = useState(node.name);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (name: string | null, backToNode: boolean) => {
    // Taking the field away also blurs it.
    if (isOver.current) return;
    isOver.current = true;
    const box = input.current?.closest<HTMLElement>('.react-flow__node');
    if (name !== null) store.getState().edit((scenario) => renameNode(scenario, node.id, name));
    store.getState().changeView({ renaming: null });
    if (backToNode) box?.focus();
  };
  return (
    <input
      ref={input}
      type="text"
      className={`${styles.rename} nodrag nopan`}
      aria-label={`Name of ${node.name}`}
      autoComplete="off"
      maxLength={limits.nameLength}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(text, false)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter' ? text : null, true);
      }}
    />
  );
}

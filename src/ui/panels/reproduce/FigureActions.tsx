import { useState } from 'react';
import type { FigureText } from '../../../core/reproduce/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Button } from '../../primitives/Button';
import { figureJson, filePrefix } from './exportFigures';
import styles from './Reproduce.module.css';
import { RunFigure } from './RunFigure';

/** Run or stop; the figure's link, and its result as a file. */
export function FigureActions({ text }: { readonly text: FigureText }) {
  const store = useAppStore();
  const { files } = useTools();
  const last = useApp((state) => state.reproduction.figures[text.id].last);
  const [copied, setCopied] = useState<{ readonly url: string; readonly done: boolean } | null>(null);
  const copy = async () => {
    const url = store.getState().figureUrl(text.id);
    setCopied({ url, done: await files.copyText(url) });
  };
  const save = () => {
    if (last === null) return;
    const name = `${filePrefix(text.id, last.question)}.json`;
    files.download(name, 'application/json', figureJson(text, last.question, last.result));
  };
  return (
    <div className={styles.actions}>
      <RunFigure figure={text.id} />
      <Button
        icon="share"
        title="An address that opens this figure with this seed and these assumptions"
        onClick={() => void copy()}
      >
        Copy link
      </Button>
      <Button
        icon="save"
        title="The whole result: verdicts, numbers, curves and what they rest on"
        disabled={last === null}
        onClick={save}
      >
        JSON
      </Button>
      <span role="status" className={styles.small}>
        {copied?.done === true && 'Link copied.'}
        {copied?.done === false && 'The browser did not allow copying. Copy it from here:'}
      </span>
      {copied?.done === false && (
        <input
          type="text"
          readOnly
          aria-label={`Link of figure ${text.id}`}
          value={copied.url}
          className={styles.url}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import type { FigureText } from '../../../core/reproduce/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Button } from '../../primitives/Button';
import { figureJson, filePrefix } from './exportFigures';
import styles from './Reproduce.module.css';
import { RunFigure } from './RunFigure';

/** Run or stop; the figure's link, and its result as a file. */
export function FigureActions({ text }: { readonly text: FigureText }) {
  const { files } = useTools();
  const last = useApp((state) => state.reproduction.figures[text.id].last);
  const url = useApp((state) => state.figureUrl(text.id));
  const [lastCopy, setCopied] = useState<{ readonly url: string; readonly done: boolean } | null>(null);
  // What was copied before an assumption changed is not the link of what is on screen.
  const copied = lastCopy?.url === url ? lastCopy : null;
  const copy = async () => {
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

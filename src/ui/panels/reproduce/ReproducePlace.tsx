import { useEffect, useState } from 'react';
import { figureIds, type FigureId, type FigureText } from '../../../core/reproduce/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { ErrorBoundary } from '../../errors/ErrorBoundary';
import { describeTextsFailure } from '../../errors/describeReproduction';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { ClaimsOverview } from './ClaimsOverview';
import { FigureList, FigureMenu } from './FigureList';
import { FigureView } from './FigureView';
import { ReproduceHead } from './ReproduceHead';
import styles from './Reproduce.module.css';

/** HiveMind's evaluation, figure by figure: run here, beside the paper's own numbers. */
export function ReproducePlace({ isPhone }: { readonly isPhone: boolean }) {
  const loadFigures = useApp((state) => state.loadFigures);
  const texts = useApp((state) => state.reproduction.texts);
  useEffect(() => void loadFigures(), [loadFigures]);
  return (
    <main id="main" tabIndex={-1} className={isPhone ? styles.phone : styles.place}>
      {texts === null ? <NotThereYet /> : <Figures texts={texts} isPhone={isPhone} />}
    </main>
  );
}

interface FiguresProps {
  readonly texts: readonly FigureText[];
  readonly isPhone: boolean;
}

function Figures({ texts, isPhone }: FiguresProps) {
  const store = useAppStore();
  const shown = useApp((state) => state.reproduction.shown);
  /** The figure that all claims were opened from; another one, opened by its link or a command, is shown instead of them. */
  const [claimsOver, setClaimsOver] = useState<FigureId | null>(null);
  const isOverview = claimsOver === shown;
  const text = texts.find(({ id }) => id === shown) ?? texts[0]!;
  const onShow = (next: FigureId | 'claims') => {
    setClaimsOver(next === 'claims' ? shown : null);
    if (next !== 'claims') store.getState().showFigure(next);
  };
  const Picker = isPhone ? FigureMenu : FigureList;
  return (
    <>
      {!isPhone && <Picker texts={texts} shown={isOverview ? 'claims' : shown} onShow={onShow} />}
      <div className={styles.content}>
        <ReproduceHead text={text} isPhone={isPhone} />
        {isPhone && <Picker texts={texts} shown={isOverview ? 'claims' : shown} onShow={onShow} />}
        <ErrorBoundary
          panel={isOverview ? 'The table of claims' : 'The figure'}
          key={isOverview ? 'claims' : shown}
        >
          {isOverview ? <ClaimsOverview texts={texts} onShow={onShow} /> : <FigureView text={text} />}
        </ErrorBoundary>
      </div>
    </>
  );
}

/** As large as what comes, so that nothing jumps. */
function NotThereYet() {
  const failure = useApp((state) => state.reproduction.textsFailure);
  const loadFigures = useApp((state) => state.loadFigures);
  const words = failure === null ? null : describeTextsFailure(failure);
  return (
    <>
      <div className={styles.list} aria-hidden="true">
        <ul>
          {figureIds.map((id) => (
            <li key={id} className={styles.ghost} />
          ))}
        </ul>
      </div>
      <div className={styles.content}>
        <header className={styles.head}>
          <h1>HiveMind’s evaluation, reproduced</h1>
          {words === null ? (
            <p className={styles.lead}>Loading the figures…</p>
          ) : (
            <>
              <Note tone="error" role="alert">
                <strong>{words.title}</strong> {words.action}
              </Note>
              <div>
                <Button look="primary" onClick={() => void loadFigures()}>
                  Try again
                </Button>
              </div>
            </>
          )}
        </header>
      </div>
    </>
  );
}

import type { FigureId, FigureText } from '../../../core/reproduce/types';
import type { ShownFigure } from '../../../state/reproductionTypes';
import { useApp } from '../../../state/useStore';
import styles from './Reproduce.module.css';
import { figureState } from './reproduceWords';
import { VerdictSign } from './VerdictBadge';

interface Props {
  readonly texts: readonly FigureText[];
  /** 'claims': all claims at once. */
  readonly shown: FigureId | 'claims';
  readonly onShow: (shown: FigureId | 'claims') => void;
}

/** The figures, with what came out of each so far. */
export function FigureList({ texts, shown, onShow }: Props) {
  const figures = useApp((state) => state.reproduction.figures);
  return (
    <nav aria-label="Figures" className={styles.list}>
      <ul>
        <li>
          <button
            type="button"
            aria-current={shown === 'claims' ? 'true' : undefined}
            onClick={() => onShow('claims')}
          >
            <strong>All claims</strong>
            <span className={styles.small}>Every verdict in one table</span>
          </button>
        </li>
        {texts.map(({ id, title }) => (
          <li key={id}>
            <button type="button" aria-current={shown === id ? 'true' : undefined} onClick={() => onShow(id)}>
              <span>
                <strong>Figure {id}</strong> {title}
              </span>
              <span className={styles.small} data-state-of={id}>
                <Signs figure={figures[id]} />
                {figureState(figures[id])}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A sign a claim: the words beside say the same. */
function Signs({ figure: { last, run } }: { readonly figure: ShownFigure }) {
  if (last === null || run.status !== 'idle') return null;
  return (
    <span className={styles.signs} aria-hidden="true">
      {last.result.verdicts.map(({ id, verdict }) => (
        <span key={id} data-verdict={verdict}>
          <VerdictSign verdict={verdict} />
        </span>
      ))}
    </span>
  );
}

/** The same on a phone. */
export function FigureMenu({ texts, shown, onShow }: Props) {
  const figures = useApp((state) => state.reproduction.figures);
  return (
    <nav aria-label="Figures" className={styles.menu}>
      <label htmlFor="reproduce-figure">Figure</label>
      <select
        id="reproduce-figure"
        value={shown}
        onChange={({ target }) => onShow(texts.find(({ id }) => String(id) === target.value)?.id ?? 'claims')}
      >
        <option value="claims">All claims</option>
        {texts.map(({ id, title }) => (
          <option key={id} value={id}>
            {id}: {title}
          </option>
        ))}
      </select>
      {shown !== 'claims' && (
        <p className={styles.small} data-state-of={shown}>
          {figureState(figures[shown])}
        </p>
      )}
    </nav>
  );
}

import { selectAnswer } from '../../state/selectors';
import { useApp, useAppStore } from '../../state/useStore';
import { useStale } from '../charts/useStale';
import { heroSentence, sentenceText } from './heroSentence';
import { showWhy } from './showWhy';
import styles from './HeroSentence.module.css';

/** One sentence says what is going on. It changes with every frame of a drag, so it is not announced. */
export function HeroSentence() {
  const store = useAppStore();
  const answer = useApp(selectAnswer);
  const stale = useStale();
  const failed = useApp((state) => state.run.status === 'failed');
  if (answer === null) {
    return (
      <div className={styles.box}>
        <p className={styles.hero}>{failed ? 'No plan yet: the solver stopped.' : 'Solving the scenario.'}</p>
      </div>
    );
  }
  const sentence = heroSentence(answer.scenario, answer.solution);
  return (
    <div className={styles.box}>
      <p className={styles.hero} data-hero data-stale={stale} title={sentenceText(sentence)}>
        {sentence.map((part, index) =>
          typeof part === 'string' ? part : <strong key={index}>{part.strong}</strong>,
        )}
      </p>
      {answer.solution.best !== null && (
        <button type="button" className={styles.why} onClick={() => showWhy(store)}>
          Why?
        </button>
      )}
    </div>
  );
}

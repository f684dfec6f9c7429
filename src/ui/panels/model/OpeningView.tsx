import { useApp } from '../../../state/useStore';
import type { ModelFacts } from '../../../core/onnx/modelFacts';
import { describeVerdict } from '../../errors/describeModel';
import { Button } from '../../primitives/Button';
import { DimsForm } from './DimsForm';
import { FactList } from './FactList';
import styles from './Model.module.css';
import { factsOf, kindsSentence, phaseText } from './modelWords';
import { TroubleNote } from './TroubleNote';
import { Working } from './Working';

/** The model that is being opened: read, asked about, opened, or refused with the reason. */
export function OpeningView() {
  const opening = useApp((state) => state.models.opening);
  const cancelModel = useApp((state) => state.cancelModel);
  switch (opening.status) {
    case 'none':
      return null;
    case 'reading':
      return <Working label={`Reading ${opening.name}`} fraction={null} onCancel={cancelModel} />;
    case 'asking':
      return (
        <Asking
          facts={opening.facts}
          dims={opening.dims}
          insteadOf={opening.insteadOf}
          onCancel={cancelModel}
        />
      );
    case 'opening':
      return (
        <Working
          label={phaseText(opening.progress)}
          fraction={opening.progress?.fraction ?? null}
          onCancel={cancelModel}
        />
      );
    case 'failed':
      return (
        <>
          <TroubleNote trouble={opening.fault} name={opening.name}>
            <Button onClick={cancelModel}>Put it away</Button>
          </TroubleNote>
          {opening.facts !== null && (
            <Asking facts={opening.facts} insteadOf={null} dims={opening.dims} onCancel={cancelModel} />
          )}
        </>
      );
  }
}

interface AskingProps {
  readonly facts: ModelFacts;
  readonly insteadOf: string | null;
  readonly dims: Readonly<Record<string, number>>;
  readonly onCancel: () => void;
}

function Asking({ facts, dims, insteadOf, onCancel }: AskingProps) {
  const verdicts = facts.verdicts.map((verdict) => describeVerdict(verdict));
  const stops = verdicts.some((verdict) => verdict.stops);
  return (
    <section className={styles.stack} aria-label={`The model ${facts.name}`}>
      <h3>{facts.name}</h3>
      {insteadOf !== null && (
        <p className={styles.verdict}>
          <strong>This is not the file of {insteadOf}.</strong> Its fingerprint differs from that of the model
          this scenario was made with. Opening it replaces the model.
        </p>
      )}
      <FactList facts={factsOf(facts)} />
      <p className={styles.small}>Operators: {kindsSentence(facts.kinds)}.</p>
      {verdicts.length > 0 && (
        <ul className={styles.verdicts} aria-label="What to know of this model">
          {verdicts.map(({ title, action }) => (
            <li key={title} className={styles.verdict}>
              <strong>{title}</strong> {action}
            </li>
          ))}
        </ul>
      )}
      {stops ? (
        <div className={styles.actions}>
          <Button onClick={onCancel}>Put it away</Button>
        </div>
      ) : (
        <DimsForm key={facts.fingerprint} asks={facts.asks} given={dims} onCancel={onCancel} />
      )}
    </section>
  );
}

import type { Unavailable } from '../../../core/studies/measures';
import { selectShown, useApp } from '../../../state/useStore';
import { joinWords } from '../../explain/words';
import { LeakageEditor } from '../inspector/LeakageEditor';
import { PowerFields } from '../inspector/PowerFields';
import { criterionTexts, type OtherCriterion } from './criterionTexts';
import styles from './Pareto.module.css';

interface Props {
  readonly criterion: OtherCriterion;
  readonly why: Unavailable;
}

/** A criterion that cannot be computed: what is missing, and the fields for it. */
export function MissingCriterion({ criterion, why }: Props) {
  const allNodes = useApp((state) => selectShown(state).nodes);
  const { name } = criterionTexts[criterion];
  if (why.kind !== 'power-unknown') {
    return (
      <section className={styles.missing} aria-label={`What ${name} needs`}>
        <p>
          <strong>
            {why.kind === 'no-leakage'
              ? 'Leakage is unknown: no figures have been given.'
              : `Leakage is unknown: ${why.have} figures have been given, the model has ${why.need} boundaries.`}
          </strong>
        </p>
        <LeakageEditor withLimit={false} />
      </section>
    );
  }
  const nodes = allNodes.filter(({ id }) => why.nodes.includes(id));
  return (
    <section className={styles.missing} aria-label={`What ${name} needs`}>
      <p>
        <strong>
          {name} is unknown: nobody has published the power of {joinWords(nodes.map((node) => node.name))}.
        </strong>{' '}
        Set it here, from a measurement or a data sheet.
      </p>
      <div className={styles.nodes}>
        {nodes.map((node) => (
          <div key={node.id}>
            <h4>{node.name}</h4>
            <PowerFields node={node} />
          </div>
        ))}
      </div>
    </section>
  );
}

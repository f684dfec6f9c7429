import { useRef } from 'react';
import { PaperFigures } from './PaperFigures';
import { PrintedSection } from './PrintedSection';
import { RowStudy, type ShownRow } from './RowStudy';
import { RowDrawing } from './RowDrawing';
import { sciSteps } from './sciSteps';
import { stepWords } from './sciWords';
import { SizeSection } from './SizeSection';
import { StepControls, stepByKey } from './StepControls';
import { StepDetail } from './StepDetail';
import { useArrival } from './useArrival';
import { useStepper } from './useStepper';
import styles from './Messages.module.css';

/** HiveMind's protocol on the row of computing nodes, message by message; Algorithm 1 as printed; how much is said. */
export function MessagesPanel() {
  return (
    <div className={styles.panel}>
      <RowStudy
        paper={(counts, shown) => (
          <>
            <SizeSection
              key={shown === null ? 'none' : `${shown.row.nodes.length} ${shown.row.blockLabels.length}`}
              layers={shown?.row.blockLabels.length ?? null}
              nodes={shown?.row.nodes.length ?? null}
            />
            <PaperFigures counts={counts} />
          </>
        )}
      >
        {(shown) => (
          <>
            <Protocol shown={shown} />
            <PrintedSection shown={shown} />
          </>
        )}
      </RowStudy>
    </div>
  );
}

function Protocol({ shown }: { readonly shown: ShownRow }) {
  const section = useRef<HTMLElement>(null);
  useArrival(section);
  const steps = sciSteps(shown.row);
  const stepper = useStepper(steps.length);
  const step = steps[stepper.step]!;
  const { title, text } = stepWords(step, shown);
  return (
    <section
      ref={section}
      className={styles.protocol}
      aria-label="The split computing interface, step by step"
      data-stale={shown.stale}
    >
      <StepControls stepper={stepper} title={title} />
      <RowDrawing
        shown={shown}
        steps={steps}
        step={stepper.step}
        description={`Step ${stepper.step + 1} of ${steps.length}: ${title}`}
        onKeyDown={(event) => stepByKey(event, stepper)}
      />
      <div role="status" className={styles.words}>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <StepDetail key={stepper.step} shown={shown} step={step} />
    </section>
  );
}

import { useId } from 'react';
import { changeScenario } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { Section } from '../../primitives/Section';
import { TextField } from '../../primitives/TextField';
import styles from './Inspector.module.css';
import type { SectionLook } from './sectionLook';

/** What the author says about the scenario, and its seed. */
export function NotesSection(look: SectionLook) {
  const notes = useApp((state) => state.scenario.notes);
  const seed = useApp((state) => state.scenario.seed);
  const edit = useApp((state) => state.edit);
  const id = useId();
  return (
    <Section {...look} title="Notes">
      <TextField
        label="Notes"
        rows={3}
        mayBeEmpty
        className={styles.area}
        value={notes}
        maxLength={limits.notesLength}
        placeholder="What this scenario shows"
        onCommit={(text) => edit((now) => changeScenario(now, { notes: text }))}
      />
      <Field label="Seed" htmlFor={`${id}seed`} hint="Draws the weights of the model that is measured.">
        <NumberField
          id={`${id}seed`}
          value={seed}
          min={0}
          max={limits.seed}
          whole
          onCommit={(value) => edit((now) => changeScenario(now, { seed: value ?? 0 }))}
        />
      </Field>
    </Section>
  );
}

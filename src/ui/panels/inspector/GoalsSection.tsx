import { useId } from 'react';
import { radioCitation, radioCurves } from '../../../core/energy/radioPower';
import { changeRadio, changeRouting } from '../../../core/scenario/goalEdits';
import { radios, routings, type Radio, type Routing } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { Section } from '../../primitives/Section';
import styles from './Inspector.module.css';
import { LeakageEditor } from './LeakageEditor';
import { radioText } from './radioTexts';
import type { SectionLook } from './sectionLook';

const routingTexts: Readonly<Record<Routing, { readonly name: string; readonly meaning: string }>> = {
  any: {
    name: 'Any way',
    meaning: 'Data may take every link that is up, also back towards the UE.',
  },
  forward: {
    name: 'Only on, towards the sink',
    meaning: 'No hop leads away from the sink, as in HiveMind: a plan may be slower, never faster.',
  },
};

/** What a plan is judged by beside its latency, and which ways it may take. */
export function GoalsSection(look: SectionLook) {
  const routing = useApp((state) => state.scenario.routing);
  const radio = useApp((state) => state.scenario.radio);
  const edit = useApp((state) => state.edit);
  const changeView = useApp((state) => state.changeView);
  const id = useId();
  return (
    <Section {...look} title="Goals">
      <Field
        label="Data goes"
        stacked
        htmlFor={`${id}routing`}
        hint={routingTexts[routing].meaning}
        hintId={`${id}routingHint`}
      >
        <select
          id={`${id}routing`}
          aria-describedby={`${id}routingHint`}
          value={routing}
          onChange={(event) => edit((now) => changeRouting(now, event.target.value as Routing))}
        >
          {routings.map((option) => (
            <option key={option} value={option}>
              {routingTexts[option].name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label="Power of the radio"
        stacked
        htmlFor={`${id}radio`}
        hint={`On air: ${radioText(radio)}. For wireless links; wired ones take no energy here.`}
        hintId={`${id}radioHint`}
      >
        <select
          id={`${id}radio`}
          aria-describedby={`${id}radioHint`}
          value={radio}
          onChange={(event) => edit((now) => changeRadio(now, event.target.value as Radio))}
        >
          {radios.map((option) => (
            <option key={option} value={option}>
              {radioCurves[option].name}
            </option>
          ))}
        </select>
      </Field>
      <details className={styles.citation}>
        <summary>Source of the curve</summary>
        {radioCitation}. The radio is taken to be on only while bits flow: no tail, no wait for a grant.
      </details>
      <div className={styles.actions}>
        <Button onClick={() => changeView({ dockTab: 'pareto', dockOpen: true })}>
          Set limits and weights
        </Button>
      </div>
      <details>
        <summary>Leakage of every boundary</summary>
        <div className={styles.folded}>
          <LeakageEditor />
        </div>
      </details>
    </Section>
  );
}

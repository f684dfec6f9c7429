import { useId } from 'react';
import type { NetworkLink } from '../../../core/network/types';
import { workloadChain } from '../../../core/model/workloadChain';
import { changeLink, removeItems } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { selectShownPlan } from '../../../state/selectors';
import type { SliderDirection } from '../../../state/ticksTarget';
import { useApp } from '../../../state/useStore';
import { namesOf } from '../../errors/names';
import { Button } from '../../primitives/Button';
import { CapacitySlider } from '../../primitives/CapacitySlider';
import { Field } from '../../primitives/Field';
import fieldStyles from '../../primitives/Field.module.css';
import { NumberField } from '../../primitives/NumberField';
import { Section } from '../../primitives/Section';
import { BreakpointList } from './BreakpointList';
import { crossingsOf } from './transferFormula';
import styles from './Inspector.module.css';

export function LinkInspector({ link }: { readonly link: NetworkLink }) {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const plan = useApp(selectShownPlan);
  const id = useId();
  const names = namesOf(scenario);
  const blocks = workloadChain(scenario.workload).blocks;
  const crossings = crossingsOf(plan, link);
  const directions: readonly SliderDirection[] = link.symmetric ? ['both'] : ['aToB', 'bToA'];
  const change = (patch: Partial<Omit<NetworkLink, 'id' | 'a' | 'b'>>) =>
    edit((now) => changeLink(now, link.id, patch));
  return (
    <>
      <h2 className={styles.title}>
        {names.link(link.id)}
        <span className={styles.badge}>{link.medium}</span>
      </h2>
      <Section title="Capacity">
        {directions.map((direction) => (
          <CapacitySlider key={direction} link={link} direction={direction} />
        ))}
        <label className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={link.symmetric}
            onChange={(event) =>
              change(
                event.target.checked ? { symmetric: true, bToAMbps: link.aToBMbps } : { symmetric: false },
              )
            }
          />
          <span>Both directions move together</span>
        </label>
        {directions.map((direction) => (
          <BreakpointList key={direction} link={link} direction={direction} names={names} />
        ))}
      </Section>
      <Section title="What crosses it">
        {crossings.length === 0 ? (
          <p className={styles.small}>The plan on the canvas ships nothing over this link.</p>
        ) : (
          crossings.map((crossing) => (
            <div key={`${crossing.direction}${crossing.boundary}`} className={styles.stack}>
              <p>
                {crossing.boundary === 0
                  ? 'The picture'
                  : crossing.boundary === blocks.length
                    ? 'The result'
                    : `Features after block ${crossing.boundary} (${blocks[crossing.boundary - 1]?.label ?? ''})`}
                , to {names.node(crossing.direction === 'aToB' ? link.b : link.a)}
              </p>
              <p className={styles.formula}>{crossing.formula}</p>
            </div>
          ))
        )}
        <p className={styles.small}>time = 8 × bytes / capacity + propagation + overhead</p>
      </Section>
      <Section title="Link">
        <Field label="Medium" htmlFor={`${id}medium`}>
          <select
            id={`${id}medium`}
            value={link.medium}
            onChange={(event) => change({ medium: event.target.value === 'wired' ? 'wired' : 'wireless' })}
          >
            <option value="wireless">wireless</option>
            <option value="wired">wired</option>
          </select>
        </Field>
        <Field label="Propagation" htmlFor={`${id}propagation`} hint="One way.">
          <NumberField
            id={`${id}propagation`}
            value={link.propagationMs}
            min={0}
            max={limits.delayMs}
            unit="ms"
            onCommit={(propagationMs) => change({ propagationMs: propagationMs ?? 0 })}
          />
        </Field>
        <Field
          label="Overhead"
          htmlFor={`${id}overhead`}
          hint="Per transfer: grants, headers, setting up the connection."
        >
          <NumberField
            id={`${id}overhead`}
            value={link.overheadMs}
            min={0}
            max={limits.delayMs}
            unit="ms"
            onCommit={(overheadMs) => change({ overheadMs: overheadMs ?? 0 })}
          />
        </Field>
        <div className={styles.actions}>
          <Button
            icon="remove"
            onClick={() => edit((now) => removeItems(now, { nodes: [], links: [link.id] }))}
          >
            Delete
          </Button>
        </div>
      </Section>
    </>
  );
}

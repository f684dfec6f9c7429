import { memo, useId } from 'react';
import { changeDelivery, changeScenario, chooseSink, chooseSource } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { deliveries, type Delivery, type NodeId } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { Section } from '../../primitives/Section';
import { TextField } from '../../primitives/TextField';
import styles from './Inspector.module.css';
import { ProblemList } from './ProblemList';
import { ProfileButton } from './ProfileButton';
import { ProvenanceList } from './ProvenanceList';
import { WorkloadSummary } from './WorkloadSummary';

const deliveryTexts: Readonly<Record<Delivery, { readonly name: string; readonly meaning: string }>> = {
  stay: {
    name: 'Stays where it is made',
    meaning: 'The result stays on the node that runs the last block: no transfer after it is charged.',
  },
  sink: {
    name: 'Goes on to the sink',
    meaning: 'The result travels on to the sink, and that transfer counts.',
  },
  return: {
    name: 'Returns to the phone (UE)',
    meaning: 'The result travels back to the source, and that transfer counts.',
  },
};

/** Reads the document, not the draft: it need not be drawn again while a capacity is dragged. */
export const ScenarioInspector = memo(function ScenarioInspector() {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const id = useId();
  return (
    <>
      <h2 className={styles.title}>Scenario</h2>
      <ProblemList />
      <Section title="What runs">
        <WorkloadSummary workload={scenario.workload} />
        <ProfileButton />
      </Section>
      <Section title="From where to where">
        <Field label="Source" htmlFor={`${id}source`}>
          <select
            id={`${id}source`}
            value={scenario.sourceId}
            onChange={(event) => edit((now) => chooseSource(now, event.target.value as NodeId))}
          >
            {scenario.nodes
              .filter((node) => node.kind === 'ue')
              .map((node) => (
                <option key={node.id} value={node.id}>
                  {node.name}
                </option>
              ))}
          </select>
        </Field>
        <Field label="Sink" htmlFor={`${id}sink`}>
          <select
            id={`${id}sink`}
            value={scenario.sinkId}
            onChange={(event) => edit((now) => chooseSink(now, event.target.value as NodeId))}
          >
            {scenario.nodes
              .filter((node) => node.id !== scenario.sourceId)
              .map((node) => (
                <option key={node.id} value={node.id}>
                  {node.name}
                </option>
              ))}
          </select>
        </Field>
        <Field
          label="The result"
          stacked
          htmlFor={`${id}delivery`}
          hint={deliveryTexts[scenario.delivery].meaning}
          hintId={`${id}deliveryHint`}
        >
          <select
            id={`${id}delivery`}
            aria-describedby={`${id}deliveryHint`}
            value={scenario.delivery}
            onChange={(event) => edit((now) => changeDelivery(now, event.target.value as Delivery))}
          >
            {deliveries.map((delivery) => (
              <option key={delivery} value={delivery}>
                {deliveryTexts[delivery].name}
              </option>
            ))}
          </select>
        </Field>
        <p className={styles.small}>Objective: latency, from the picture on the source to the result.</p>
      </Section>
      <ProvenanceList />
      <Section title="Notes">
        <TextField
          label="Notes"
          rows={3}
          mayBeEmpty
          className={styles.area}
          value={scenario.notes}
          maxLength={limits.notesLength}
          placeholder="What this scenario shows"
          onCommit={(notes) => edit((now) => changeScenario(now, { notes }))}
        />
        <Field label="Seed" htmlFor={`${id}seed`} hint="Draws the weights of the model that is measured.">
          <NumberField
            id={`${id}seed`}
            value={scenario.seed}
            min={0}
            max={limits.seed}
            whole
            onCommit={(seed) => edit((now) => changeScenario(now, { seed: seed ?? 0 }))}
          />
        </Field>
      </Section>
    </>
  );
});

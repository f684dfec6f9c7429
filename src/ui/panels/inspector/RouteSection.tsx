import { useId } from 'react';
import { changeDelivery, chooseSink, chooseSource } from '../../../core/scenario/edits';
import { deliveries, type Delivery, type NodeId } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { Field } from '../../primitives/Field';
import { Section } from '../../primitives/Section';
import styles from './Inspector.module.css';
import type { SectionLook } from './sectionLook';

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

/** Where the picture is taken, what "uplink" leads to, and where the result goes. */
export function RouteSection(look: SectionLook) {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const id = useId();
  return (
    <Section {...look} title="From where to where">
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
  );
}

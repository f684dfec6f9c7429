import type { NodeId } from '../../../core/network/types';
import type { CollaborativeOptions } from '../../../core/studies/collaborativeTypes';
import { ChartFrame } from '../../charts/ChartFrame';
import { useStudy } from '../../useStudy';
import { AgentsChart } from './AgentsChart';
import { ChoiceField } from './ChoiceField';
import { collaborativeView } from './collaborativeView';
import styles from './Extensions.module.css';
import { Notes } from './Notes';
import { OptionField } from './OptionField';
import { StudyBody, type ShownStudy } from './StudyBody';
import { useOptions } from './useOptions';

const defaults: CollaborativeOptions = {
  agents: 8,
  controller: null,
  charge: 'per-block',
  pass: 'training',
  passes: 1,
  minFactor: 0.2,
  maxFactor: 1,
  seed: 1,
};

/** Agents that learn together, aware of what their parameters take to send and not. */
export function CollaborativeView() {
  const [options, change] = useOptions('collaborative', defaults);
  const state = useStudy('collaborative', options);
  return (
    <StudyBody study="collaborative" state={state} options={options}>
      {(shown) => <Solved shown={shown} options={options} onChange={change} />}
    </StudyBody>
  );
}

interface Props {
  readonly shown: ShownStudy<'collaborative'>;
  readonly options: CollaborativeOptions;
  readonly onChange: (changes: Partial<CollaborativeOptions>) => void;
}

function Solved({ shown, options, onChange }: Props) {
  const view = collaborativeView(shown.answer, shown.options, shown.names);
  return (
    <div className={styles.view}>
      <p className={styles.lead} data-lead>
        {view.lead}
      </p>
      <div className={styles.columns}>
        <CollaborativeFields shown={shown} options={options} onChange={onChange} />
        <div className={styles.charts}>
          <ChartFrame
            title="Agents, by their first link"
            summary={view.summary}
            table={view.table}
            fileName="agents"
            stale={shown.stale}
          >
            <AgentsChart label="Time of each agent by decision" rows={view.rows} describe={view.describe} />
          </ChartFrame>
        </div>
      </div>
      <CollaborativeNotes />
    </div>
  );
}

function CollaborativeFields({ shown, options, onChange }: Props) {
  const { scenario, answer } = shown;
  return (
    <div className={styles.fields}>
      <OptionField
        label="Agents"
        value={options.agents}
        whole
        min={1}
        max={50}
        onChange={(agents) => onChange({ agents })}
      />
      <ChoiceField
        label="Parameters go to"
        value={answer.controller}
        choices={scenario.nodes.map(({ id, name }) => ({ value: id, name }))}
        onChange={(controller: NodeId) => onChange({ controller })}
      />
      <ChoiceField
        label="Who sends"
        value={options.charge}
        choices={[
          { value: 'per-block', name: 'every node, for its blocks' },
          { value: 'last-node', name: 'the last node, for all (eq. 13)' },
        ]}
        onChange={(charge) => onChange({ charge })}
      />
      <ChoiceField
        label="A pass is"
        value={options.pass}
        choices={[
          { value: 'training', name: 'forward and backward' },
          { value: 'forward', name: 'forward only' },
        ]}
        onChange={(pass) => onChange({ pass })}
      />
      <OptionField
        label="Passes per exchange"
        value={options.passes}
        whole
        min={1}
        max={1e6}
        onChange={(passes) => onChange({ passes })}
      />
      <OptionField
        label="Slowest first link"
        value={options.minFactor}
        min={0.001}
        max={options.maxFactor}
        unit="× capacity"
        onChange={(minFactor) => onChange({ minFactor })}
      />
      <OptionField
        label="Fastest first link"
        value={options.maxFactor}
        min={options.minFactor}
        max={1000}
        unit="× capacity"
        onChange={(maxFactor) => onChange({ maxFactor })}
      />
      <OptionField
        label="Seed"
        value={options.seed}
        whole
        min={0}
        max={4_294_967_295}
        hint="Draws the agents’ first links evenly between the two."
        onChange={(seed) => onChange({ seed })}
      />
    </div>
  );
}

function CollaborativeNotes() {
  return (
    <Notes title="What this counts (HiveMind eq. 13)">
      <li>
        Each agent splits its own pass over the row, then sends parameters: 8 × bytes / the rate of the best
        route to where they go. Counted in the decision, that is one more cost of the blocks that cause it, so
        the split stays exact; ignored, it is paid afterwards.
      </li>
      <li>
        Eq. 13 lets only the node of the last block pay, although every node holds parameters; charging each
        node for its own blocks is as easy. Its printed range, start layers 0 to L − 1, leaves out a node that
        runs only the last block: read that way, such a node seems to send for nothing.
      </li>
      <li>
        Modelled, not measured: agents differ in their first link only and do not share links; a backward pass
        takes twice a forward one; parameters are 4 bytes each, and set-up of their transfer is not counted.
        The paper’s QMIX agents minimise joules; here it is time.
      </li>
    </Notes>
  );
}

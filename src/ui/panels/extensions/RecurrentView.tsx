import { taggerLayers } from '../../../core/studies/recurrentTagger';
import type { RecurrentOptions } from '../../../core/studies/recurrentTypes';
import { ChartFrame } from '../../charts/ChartFrame';
import { ChartTableView } from '../../charts/ChartTableView';
import { useStudy } from '../../useStudy';
import styles from './Extensions.module.css';
import { LinesChart } from './LinesChart';
import { Notes } from './Notes';
import { OptionField } from './OptionField';
import { PartsBars } from './PartsBars';
import { recurrentView } from './recurrentView';
import { StudyBody, type ShownStudy } from './StudyBody';
import { useOptions } from './useOptions';

/** 200 modules are the paper's; its sizes are not given. Ours: a small tagger, with the 17 universal part-of-speech tags. */
const defaults: RecurrentOptions = { modules: 200, embedding: 256, hidden: 512, tags: 17, wordBytes: 4 };

/** The paper's recurrent tagger, placed in every way. */
export function RecurrentView() {
  const [options, change] = useOptions('recurrent', defaults);
  const state = useStudy('recurrent', options);
  return (
    <StudyBody study="recurrent" state={state} options={options}>
      {(shown) => <Solved shown={shown} options={options} onChange={change} />}
    </StudyBody>
  );
}

interface Props {
  readonly shown: ShownStudy<'recurrent'>;
  readonly options: RecurrentOptions;
  readonly onChange: (changes: Partial<RecurrentOptions>) => void;
}

function Solved({ shown, options, onChange }: Props) {
  const { answer, names, scenario, stale } = shown;
  const view = recurrentView(answer, shown.options, names);
  return (
    <div className={styles.view}>
      <p className={styles.lead} data-lead>
        {view.lead}
      </p>
      <div className={styles.columns}>
        <RecurrentFields options={options} onChange={onChange} />
        <div className={styles.charts}>
          <ChartFrame
            title="Ways to place the tagger"
            summary={view.summary}
            table={view.table}
            fileName="recurrent"
            stale={stale}
          >
            <PartsBars
              label="Time of a sentence by placement"
              bars={view.bars}
              describe={view.describe}
              reference={view.reference}
            />
          </ChartFrame>
          <ChartFrame
            title="Live bytes of the unrolled tagger"
            summary={view.bytesSummary}
            table={view.bytesTable}
            fileName="recurrent-live-bytes"
            stale={stale}
          >
            <LinesChart label="Live bytes by boundary" data={view.bytes} describe={view.describeBytes} />
          </ChartFrame>
          <section>
            <h3>Where the times come from: one step on each node</h3>
            <ChartTableView label="Time of one step by node" table={view.workTable} />
          </section>
        </div>
      </div>
      <RecurrentNotes delivery={scenario.delivery} />
    </div>
  );
}

function RecurrentFields({ options, onChange }: Omit<Props, 'shown'>) {
  return (
    <div className={styles.fields}>
      <OptionField
        label="Words (modules)"
        value={options.modules}
        whole
        min={1}
        max={500}
        hint="R: the paper’s tagger has 200."
        onChange={(modules) => onChange({ modules })}
      />
      <OptionField
        label="A step reads"
        value={options.wordBytes}
        whole
        min={1}
        max={1e6}
        unit="B"
        hint="4 B: a word’s number. Try 20,000 B, a sensor’s frame."
        onChange={(wordBytes) => onChange({ wordBytes })}
      />
      <OptionField
        label="Embedding"
        value={options.embedding}
        whole
        min={1}
        max={4096}
        unit="values"
        onChange={(embedding) => onChange({ embedding })}
      />
      <OptionField
        label="Hidden state"
        value={options.hidden}
        whole
        min={1}
        max={4096}
        unit="values"
        onChange={(hidden) => onChange({ hidden })}
      />
      <OptionField
        label="Tags"
        value={options.tags}
        whole
        min={1}
        max={1000}
        unit="scores"
        onChange={(tags) => onChange({ tags })}
      />
    </div>
  );
}

const deliveryTexts = {
  stay: 'Outputs stay where they are made.',
  sink: 'Outputs so far travel along and go on to the sink.',
  return: 'Outputs go back to the UE from where they are made.',
} as const;

function RecurrentNotes({ delivery }: { readonly delivery: keyof typeof deliveryTexts }) {
  return (
    <Notes title="What this counts (HiveMind, section VI-A)">
      <li>
        A module is {taggerLayers.join(', ')}; a GRU step multiplies 3 × hidden × (embedding + hidden) times.
        Unrolled, live bytes at a boundary are the words still to be read, the values between two layers, and
        the hidden state where a later step reads it. {deliveryTexts[delivery]} (The scenario’s delivery
        decides; the paper leaves it open.)
      </li>
      <li>
        Each module split alike: every step sets out from the UE, and the hidden state goes back there, as the
        paper draws it. Layer by layer: a layer runs all words before the next one starts; its state never
        leaves its node, so while data only moves on nothing can be faster.
      </li>
      <li>
        Unrolling is not better by law: where a step reads much and the embedding is small, splitting every
        module alike can win. The dotted line is one minimum cut over all operators, links back included, with
        one set-up for each hop in use.
      </li>
      <li>
        Modelled, not measured: a step takes max(MACs / rate, bytes / memory bandwidth), with the rate that
        the node’s profile of the scenario’s model implies and its weights read anew in every step. Starting
        kernels and memory limits are not counted.
      </li>
    </Notes>
  );
}

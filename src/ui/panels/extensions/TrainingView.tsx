import { horizonRange, type TrainingOptions } from '../../../core/studies/trainingTypes';
import { ChartFrame } from '../../charts/ChartFrame';
import { formatNumber, formatSeconds } from '../../format';
import { Button } from '../../primitives/Button';
import { useStudy } from '../../useStudy';
import styles from './Extensions.module.css';
import { HorizonSlider } from './HorizonSlider';
import { LinesChart } from './LinesChart';
import type { LinesData } from './linesChartLayout';
import { Notes } from './Notes';
import { PartsBars } from './PartsBars';
import { isMore } from './placesPhrase';
import { PeriodsFields, PeriodsSection } from './PeriodsSection';
import { StudyBody, type ShownStudy } from './StudyBody';
import { TrainingFields } from './TrainingFields';
import { countIterations, meanAt, trainingView, type Training } from './trainingView';
import { useOptions } from './useOptions';

const defaults: TrainingOptions = {
  backwardFactor: 2,
  iterations: 20,
  previous: null,
  charge: 'per-block',
  setUpS: 0,
  periods: { count: 6, minFactor: 0.05, maxFactor: 1, seed: 1 },
};

/** Training: what an iteration takes, and whether moving parameters to a better place pays. */
export function TrainingView() {
  const [options, change] = useOptions('training', defaults);
  const state = useStudy('training', options);
  return (
    <StudyBody study="training" state={state} options={options}>
      {(shown) => <Solved shown={shown} options={options} onChange={change} />}
    </StudyBody>
  );
}

interface Props {
  readonly shown: ShownStudy<'training'>;
  /** What the fields say; `shown` may still answer what they said before. */
  readonly options: TrainingOptions;
  readonly onChange: (changes: Partial<TrainingOptions>) => void;
}

function Solved({ shown, options, onChange }: Props) {
  const { answer, names, stale } = shown;
  const onRow = answer.nodes.map((node) => names.node(node));
  const { iterations } = shown.options;
  const view = trainingView(answer, iterations, onRow);
  return (
    <div className={styles.view}>
      <p className={`${styles.lead} ${styles.steady}`} data-lead>
        {view.lead}
      </p>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <HorizonSlider
            iterations={options.iterations}
            onChange={(next) => onChange({ iterations: next })}
          />
          <TrainingFields answer={answer} names={onRow} options={options} onChange={onChange} />
          <PeriodsFields periods={options.periods} onChange={(periods) => onChange({ periods })} />
          {!answer.previousFits && (
            <p role="status" className={styles.wide}>
              The place before does not fit this row of nodes any more, so all blocks start on {onRow[0]}.
            </p>
          )}
          <div className={`${styles.buttons} ${styles.wide}`}>
            <Button onClick={() => onChange({ previous: answer.best.boundaries })}>
              Take the best split as the place before
            </Button>
            {options.previous !== null && (
              <Button look="quiet" onClick={() => onChange({ previous: null })}>
                Start from {onRow[0]} again
              </Button>
            )}
          </div>
        </div>
        <div className={styles.charts}>
          <ChartFrame
            title="One iteration, by decision"
            summary={view.summary}
            table={view.table}
            fileName="training"
            stale={stale}
          >
            <PartsBars
              label="Mean time of an iteration by decision"
              bars={view.bars}
              describe={view.describe}
            />
          </ChartFrame>
          <ChartFrame
            title="When moving pays"
            summary={view.horizonSummary}
            table={view.horizonTable}
            fileName="training-horizon"
            stale={stale}
          >
            <LinesChart
              label="Best splits by the number of iterations between moves"
              data={horizonLines(answer, iterations)}
              describe={(id) => ({
                title: `From ${countIterations(answer.horizon[Number(id)]?.fromIterations ?? NaN, 3)} on`,
                lines: view.describeStep(Number(id)),
              })}
            />
          </ChartFrame>
          <PeriodsSection answer={answer} iterations={iterations} names={onRow} stale={stale} />
        </div>
      </div>
      <TrainingNotes />
    </div>
  );
}

const samples = 121;

/** Mean time of an iteration over N of them, for the best split, for staying, and for the split that ignores moving. */
function horizonLines(answer: Training, iterations: number): LinesData {
  const { horizon, stay, unaware } = answer;
  const span = Math.log10(horizonRange.max / horizonRange.min);
  const grid = Array.from(
    { length: samples },
    (_, k) => horizonRange.min * 10 ** ((span * k) / (samples - 1)),
  );
  const bends = horizon.map((step) => step.fromIterations);
  const xs = [...new Set([...grid, ...bends])].sort((a, b) => a - b);
  const bestAt = (x: number): number => {
    const step = horizon.findLast(({ fromIterations }) => fromIterations <= x) ?? horizon[0]!;
    return meanAt(step, x);
  };
  const line = (id: string, name: string, at: (x: number) => number) => ({
    id,
    name,
    points: xs.map((x) => ({ x, y: at(x) })),
  });
  return {
    x: {
      kind: 'log',
      name: 'iterations between moves',
      format: (value) => formatNumber(value),
      ...horizonRange,
    },
    y: { kind: 'log', name: 'mean time of an iteration, move included', format: formatSeconds },
    series: [
      line('best', 'best split', bestAt),
      ...(stay === null ? [] : [line('stay', 'stays where it was', () => stay.iterationS)]),
      ...(isMore(unaware.moveS, 0)
        ? [line('unaware', 'as if moving were free', (x: number) => meanAt(unaware, x))]
        : []),
    ],
    marks: horizon.map((step, index) => ({
      id: String(index),
      x: step.fromIterations,
      y: bestAt(step.fromIterations),
    })),
    cursor: { x: iterations, name: countIterations(iterations) },
  };
}

function TrainingNotes() {
  return (
    <Notes title="What this counts (HiveMind eq. 8 and 9)">
      <li>
        One iteration: every block forward and backward; activations on, gradients back over the reverse way.
        Nobody wants the gradient of the raw input, so a cut before the first block sends none.
      </li>
      <li>
        Moving block l from node a to q takes 8 × its parameters in bytes / the rate of the route a–q. Given
        the place before, that depends on each block’s new node alone, so the best split is exact.
      </li>
      <li>
        Eq. 9 as printed charges a block on the edge between its old and its new node, so one that moves two
        nodes away travels for nothing. It is read kindly here, in either direction, and then pays in full.
      </li>
      <li>
        Over several periods each split is also the place from which the next one starts, so eq. 9 decides
        short-sightedly. All periods at once are one minimum cut: parameters relayed hop by hop, without
        set-up.
      </li>
      <li>
        Modelled, not measured: backward time is a multiple of forward time; gradients are as large as
        activations; parameters are 4 bytes each; the loss is computed where the last block is, so the
        delivery of the result plays no part; memory limits count parameters only. The paper minimises joules
        in training; here it is time.
      </li>
    </Notes>
  );
}

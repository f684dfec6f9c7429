/** Figure 17: how wrong may a forecast be? */
import { devices, forecasting, lanesAhead, networkAssumptions, result, tree } from './assumptions';
import { defineFigure, partOf, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import {
  listText,
  agreesIf,
  isNear,
  meanOf,
  msText,
  orNull,
  percentText,
  toleranceText,
  type Claim,
} from './judge';
import { boxOf, forecastPart, laneOf, medianS, otherPlanPart, runSetting } from './methods';
import { inTime, oneTaskAhead, paperScenario, paperSettings, withSpeed } from './networks';

/** Relative standard deviations of the error. */
const errors = [0, 0.03, 0.06, 0.09, 0.13, 0.17, 0.21, 0.25, 0.3] as const;
const beyond = 0.17;

interface AtError {
  readonly error: number;
  /** The same tasks, decided on last values and on forecasts with this error. */
  readonly plainS: Float64Array;
  readonly predictedS: Float64Array;
  /** Parts of the tasks: with a forecast, and for which it chose another plan. */
  readonly forecast: number;
  readonly otherPlan: number;
}

type Found = readonly AtError[];

function measure(experiment: Experiment): Found {
  const scenario = paperScenario(experiment, 'mmwave');
  const settings = oneTaskAhead(paperSettings(experiment, scenario), experiment);
  const asPublished = inTime(scenario, settings);
  const network = withSpeed(asPublished.network, ['iab'], experiment.value('iabSpeed'));
  const setting = { ...asPublished, network };
  return errors.map((error, index) => {
    const prediction = {
      ...settings.prediction,
      kind: 'perfect-with-error' as const,
      errorSd: error,
      gapTasks: experiment.value('gapTasks'),
    };
    const run = runSetting(
      { ...setting, settings: { ...settings, prediction } },
      partOf(experiment, index, errors.length),
    );
    return {
      error,
      plainS: laneOf(run, 'best').latencyS,
      predictedS: laneOf(run, 'best-predicted').latencyS,
      forecast: forecastPart(run),
      otherPlan: otherPlanPart(run),
    };
  });
}

/** Of the mean latency, above 0 where forecasts help. */
const gainOf = ({ plainS, predictedS }: AtError): number => 1 - meanOf(predictedS) / meanOf(plainS);

/** The error at which the gain turns to loss, on straight lines between those tried; null: it never does. */
function breakEven(found: Found): number | null {
  for (let k = 1; k < found.length; k++) {
    const [before, after] = [gainOf(found[k - 1]!), gainOf(found[k]!)];
    if (before <= 0 || after > 0) continue;
    const [from, to] = [found[k - 1]!.error, found[k]!.error];
    return from + ((to - from) * before) / (before - after);
  }
  return null;
}

/** In whole percent, as they were chosen. */
const errorText = ({ error }: Pick<AtError, 'error'>): string => figureText(Math.round(100 * error));

const gainsText = (found: Found): string =>
  `Saved at errors of ${listText(found.map(errorText))} %: ${listText(found.map((at) => percentText(gainOf(at))))}`;

function turnText(found: Found): string {
  const error = breakEven(found);
  if (error !== null) return `It turns at ${percentText(error)}`;
  if (gainOf(found[0]!) <= 0) return 'Even perfect forecasts gain nothing that could turn';
  return 'It never turns between 0 and 30 %';
}

const claims: readonly Claim<Found>[] = [
  {
    id: 'gain',
    text: 'Forecasts without error lower the latency.',
    rule: 'The mean latency on perfect forecasts is below that on last values.',
    judge: ([perfect]) =>
      agreesIf(
        gainOf(perfect!) > 0,
        `${percentText(gainOf(perfect!))} lower with perfect forecasts, which choose another plan for ${percentText(perfect!.otherPlan)} of tasks.`,
      ),
  },
  {
    id: 'break-even',
    text: 'The gain turns to loss at an error of 13 %.',
    rule: `The mean latency on forecasts reaches that on last values at an error ${toleranceText} of 13 %.`,
    judge: (found) => {
      const error = breakEven(found);
      return agreesIf(error !== null && isNear(error, 0.13), `${turnText(found)}. ${gainsText(found)}.`);
    },
  },
  {
    id: 'median',
    text: 'Beyond 17 % the median tends to 130 ms.',
    rule: `The median latency at the largest error is ${toleranceText} of 130 ms.`,
    judge: (found) => {
      const median = medianS(found.at(-1)!.predictedS);
      return agreesIf(
        isNear(median, 0.13),
        `${msText(median)} at an error of ${errorText(found.at(-1)!)} %.`,
      );
    },
  },
  {
    id: 'rises',
    text: 'Beyond 17 % errors cost more and more.',
    rule: 'From 17 % on, the mean latency rises from one error to the next.',
    judge: (found) => {
      const large = found.filter(({ error }) => error >= beyond);
      const means = large.map(({ predictedS }) => meanOf(predictedS));
      return agreesIf(
        means.every((mean, k) => k === 0 || mean > means[k - 1]!),
        `${listText(means.map((mean) => figureText(1e3 * mean)))} ms at errors of ${listText(large.map(errorText))} %.`,
      );
    },
  },
];

export const figure17 = defineFigure<Found>({
  id: 17,
  title: 'Errors of forecasts',
  claim:
    'Forecasts with a normal relative error, coherence time 50 ms: the gain of predicting turns to loss at 13 %, and beyond 17 % the median tends to 130 ms.',
  assumptions: [...networkAssumptions(120), ...forecasting],
  stated: [
    tree,
    devices,
    result,
    lanesAhead,
    {
      name: 'Errors',
      ours: false,
      text: 'The true capacity c at the horizon becomes N(c, (error c)²), cut off above 0, for each link and coherence time of its own.',
    },
  ],
  measure,
  charts: (found) => [
    {
      kind: 'boxes',
      title: 'Latency by the error of forecasts',
      x: { name: 'Error of forecasts', unit: '%' },
      y: { name: 'Latency', unit: 'ms' },
      boxes: [
        boxOf('none (last values)', found[0]!.plainS),
        ...found.map(({ error, predictedS }) => boxOf(errorText({ error }), predictedS)),
      ].filter((box) => box !== null),
    },
    {
      kind: 'lines',
      title: 'Gain of forecasts over last values',
      x: { name: 'Error of forecasts', unit: '%' },
      y: { name: 'Mean latency saved', unit: '%' },
      series: [
        {
          name: 'HiveMind',
          x: found.map(({ error }) => 100 * error),
          y: found.map((at) => orNull(100 * gainOf(at))),
        },
      ],
    },
  ],
  numbers: (found) => [
    {
      name: 'Error at which the gain turns to loss',
      unit: '%',
      ours: 100 * (breakEven(found) ?? NaN),
      paper: '13',
    },
    {
      name: 'Median latency at the largest error',
      unit: 'ms',
      ours: 1e3 * medianS(found.at(-1)!.predictedS),
      paper: '130',
    },
    { name: 'Gain of perfect forecasts', unit: '%', ours: 100 * gainOf(found[0]!), paper: null },
    { name: 'Tasks with a forecast', unit: '%', ours: 100 * found[0]!.forecast, paper: null },
  ],
  claims,
});

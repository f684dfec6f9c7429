/** Figure 13: what three models gain. */
import { buildGraph } from '../model/catalogue/catalogue';
import { elementsOf } from '../model/elementsOf';
import { workloadChain } from '../model/workloadChain';
import type { Architecture, CustomWorkload, Workload } from '../scenario/types';
import { devices, lanes, networkAssumptions, number, result, tree, whole } from './assumptions';
import { defineFigure, partOf, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, cannotBeChecked, isNear, meanOf, orNull, toleranceText, type Claim } from './judge';
import { meanLatencyS, runSetting } from './methods';
import { inTime, modelOf, paperScenario, paperSettings, withWorkload } from './networks';
import type { ComparedNumber } from './types';

interface Gain {
  readonly name: string;
  readonly ueS: number;
  readonly hivemindS: number;
}

interface Found {
  readonly vgg: Gain;
  readonly resnet: Gain;
  readonly rcnn: Gain;
  readonly vggSizes: Sizes;
  readonly resnetSizes: Sizes;
}

/** Mean of what a model hands on [kB], in the two ways to count what the paper calls layers. */
interface Sizes {
  /** Between blocks, where a model may be cut, as it is sent. */
  readonly blocksKB: number;
  /** Of every operator, 32-bit. */
  readonly operatorsKB: number;
}

const gainsOf = ({ vgg, resnet, rcnn }: Found): readonly Gain[] => [vgg, resnet, rcnn];
const efficiency = ({ ueS, hivemindS }: Gain): number => ueS / hivemindS;

function measure(experiment: Experiment): Found {
  const first = paperScenario(experiment, 'mmwave');
  const setting = inTime(first, paperSettings(experiment, first));
  const gain = (name: string, workload: Workload, index: number): Gain => {
    const run = runSetting(withWorkload(setting, workload), partOf(experiment, index, 3));
    return { name, ueS: meanLatencyS(run, 'ue-only'), hivemindS: meanLatencyS(run, 'best') };
  };
  return {
    vgg: gain('VGG11', modelOf(experiment, 'vgg-11'), 0),
    resnet: gain('ResNet-18', modelOf(experiment), 1),
    rcnn: gain('R-CNN (assumed)', assumedRcnn(experiment), 2),
    vggSizes: sizesOf(experiment, 'vgg-11'),
    resnetSizes: sizesOf(experiment, 'resnet-18'),
  };
}

function sizesOf(experiment: Experiment, architecture: Architecture): Sizes {
  const { operators, tensors } = buildGraph(architecture, experiment.value('inputPx'), 1);
  const [, ...handedOn] = workloadChain(modelOf(experiment, architecture)).boundaryBytes;
  return {
    blocksKB: meanOf(handedOn) / 1e3,
    operatorsKB: meanOf(operators.map(({ output }) => 4 * elementsOf(tensors[output]!.shape))) / 1e3,
  };
}

/**
 * The paper's R-CNN is not defined beyond an average output of 242 kB. Assumed: a chain of equal work whose outputs fall evenly from
 * twice the average towards none.
 */
function assumedRcnn(experiment: Experiment): CustomWorkload {
  const { value } = experiment;
  const { boundaryBytes } = workloadChain(modelOf(experiment));
  const blocks = value('rcnnBlocks');
  const averageB = 1e3 * value('rcnnKB');
  return {
    kind: 'custom',
    name: 'R-CNN (assumed)',
    inputBytes: boundaryBytes[0]!,
    blocks: Array.from({ length: blocks }, (_, k) => ({
      name: `Block ${k + 1}`,
      load: { unit: 'macs', value: (1e9 * value('rcnnGmac')) / blocks },
      bytesOut: Math.round((2 * averageB * (blocks - k - 0.5)) / blocks),
      weightBytes: 0,
    })),
  };
}

const claims: readonly Claim<Found>[] = [
  {
    id: 'vgg-resnet',
    text: 'VGG11 gains more than ResNet-18, 3/1.8 = 1.7 times as much.',
    rule: `The ratio of the two gains over UE only is ${toleranceText} of 1.67.`,
    judge: ({ vgg, resnet }) => {
      const ratio = efficiency(vgg) / efficiency(resnet);
      return agreesIf(
        isNear(ratio, 3 / 1.8),
        `${figureText(ratio)} times as much: VGG11 is ${figureText(efficiency(vgg))} times as fast as on the UE alone, ResNet-18 ${figureText(efficiency(resnet))} times.`,
      );
    },
  },
  {
    id: 'rcnn',
    text: 'R-CNN gains most: 3 times as much as ResNet-18, 1.8 times as much as VGG11.',
    rule: 'None: the paper does not define its R-CNN, and a chain of ours cannot speak for it.',
    judge: ({ vgg, resnet, rcnn }) =>
      cannotBeChecked(
        `A made-up chain of the same average output gains ${figureText(efficiency(rcnn) / efficiency(resnet))} times as much as ResNet-18 and ${figureText(efficiency(rcnn) / efficiency(vgg))} times as much as VGG11.`,
      ),
  },
  {
    id: 'sizes',
    text: 'The models hand on 356 kB (VGG11) and 80 kB (ResNet-18) on average.',
    rule: `The mean is ${toleranceText} of both, over blocks and over operators; where the two ways to count layers disagree, it cannot be told. The calibrated picture was chosen by ResNet-18’s figure: there only VGG11’s is a test.`,
    judge: ({ vggSizes, resnetSizes }) => {
      const holds = (way: keyof Sizes): boolean => isNear(vggSizes[way], 356) && isNear(resnetSizes[way], 80);
      const text = `VGG11 and ResNet-18 hand on ${figureText(vggSizes.blocksKB)} and ${figureText(resnetSizes.blocksKB)} kB over blocks, ${figureText(vggSizes.operatorsKB)} and ${figureText(resnetSizes.operatorsKB)} kB over operators.`;
      return holds('blocksKB') === holds('operatorsKB')
        ? agreesIf(holds('blocksKB'), text)
        : cannotBeChecked(`It depends on what counts as a layer. ${text}`);
    },
  },
];

function sizeNumbers(name: string, { blocksKB, operatorsKB }: Sizes, paper: string): ComparedNumber[] {
  return [
    { name: `${name}, average output of a block`, unit: 'kB', ours: blocksKB, paper },
    { name: `${name}, average output of an operator`, unit: 'kB', ours: operatorsKB, paper },
  ];
}

export const figure13 = defineFigure<Found>({
  id: 13,
  title: 'What different models gain',
  claim:
    'Efficiency against UE only of VGG11 (16 layers, 356 kB on average), ResNet-18 (52, 80 kB) and R-CNN (242 kB): R-CNN gains most, 3 times as ' +
    'much as ResNet-18 and 1.8 times as much as VGG11.',
  assumptions: [
    ...networkAssumptions(120),
    number(
      {
        id: 'rcnnKB',
        name: 'R-CNN, average output of a block',
        unit: 'kB',
        ours: false,
        note: 'The only thing that the paper says of it.',
      },
      242,
      1,
      10_000,
    ),
    whole(
      { id: 'rcnnBlocks', name: 'R-CNN, blocks', unit: '', ours: true, note: 'Not defined in the paper.' },
      16,
      1,
      100,
    ),
    number(
      {
        id: 'rcnnGmac',
        name: 'R-CNN, work of all blocks',
        unit: 'GMAC',
        ours: true,
        note: 'Not defined in the paper.',
      },
      2,
      0.001,
      100,
    ),
  ],
  stated: [
    tree,
    devices,
    result,
    lanes,
    {
      name: 'Efficiency',
      ours: true,
      text: 'Mean latency of UE only over mean latency of HiveMind, at mid load. The paper does not define the term.',
    },
  ],
  measure,
  charts: (found) => [
    {
      kind: 'bars',
      title: 'Efficiency against UE only',
      x: { name: 'Model', unit: '' },
      y: { name: 'Times as fast as UE only', unit: '' },
      groups: gainsOf(found).map(({ name }) => name),
      series: [
        { name: 'HiveMind', values: gainsOf(found).map((gain) => orNull(efficiency(gain))) },
        { name: 'UE only', values: gainsOf(found).map(() => 1) },
      ],
    },
  ],
  numbers: (found) => {
    const { vgg, resnet, rcnn, vggSizes, resnetSizes } = found;
    return [
      ...gainsOf(found).map((gain) => ({
        name: `${gain.name}, efficiency`,
        unit: '×',
        ours: efficiency(gain),
        paper: null,
      })),
      { name: 'R-CNN over ResNet-18', unit: '×', ours: efficiency(rcnn) / efficiency(resnet), paper: '3' },
      { name: 'R-CNN over VGG11', unit: '×', ours: efficiency(rcnn) / efficiency(vgg), paper: '1.8' },
      ...sizeNumbers('VGG11', vggSizes, '356'),
      ...sizeNumbers('ResNet-18', resnetSizes, '80'),
    ];
  },
  claims,
});

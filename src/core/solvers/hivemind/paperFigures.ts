/**
 * The figures of HiveMind (IEEE JSAC 2022, sections IV and VII) beside exact counts, and the layer counts at which the
 * formula behind each rounds to what is printed. The paper counts the layers of one model in several ways (ResNet-18 has
 * 52 by its leaf modules; ResNet-50 has 126 by that rule, but 174 calls), which is why figures disagree with each other.
 */
import { choose, countAll } from './counts';

/** A figure of the paper beside ours, and the layer counts at which each agrees. */
export interface PaperFigure {
  /** Stable. 'messages': what one node tells without SCI; 'values' and 'bytes-naive': the same of ResNet-152. */
  readonly id: 'options' | 'messages' | 'edges' | 'values' | 'bytes-naive' | 'bytes-sci' | 'ratio';
  readonly model: string;
  readonly nodes: number;
  /** As the paper prints it. */
  readonly printed: string;
  /** The formula that `agreesAt` tries: the paper's own where it has one. */
  readonly formula: string;
  /** First and last layer count at which the formula rounds to the printed figure; null when none does. */
  readonly agreesAt: readonly [number, number] | null;
  /** Ours, exact, at `layers`; what one node tells is that of the first, which tells most. */
  readonly ours: string;
  /** The layer count of the model that `ours` takes. */
  readonly layers: number;
  readonly verdict: 'agrees' | 'differs' | 'consistent-with-another-count';
}

/** Layer counts tried: beyond any model of the paper. */
const mostLayers = 2000;
/** Calls of ResNet-50's operators (torchvision), ReLU and additions included; the depth of ResNet-152. */
const resnet50 = 174;
const resnet152 = 152;
const nodes = 5;

/** First and last layer count whose value lies in [low, high); the formulas rise with L. */
function agreement(
  formula: (layers: bigint) => bigint,
  low: bigint,
  high: bigint,
): readonly [number, number] | null {
  let first = 0;
  let last = 0;
  for (let layers = 1; layers <= mostLayers; layers++) {
    const value = formula(BigInt(layers));
    if (value < low || value >= high) continue;
    if (first === 0) first = layers;
    last = layers;
  }
  return first === 0 ? null : [first, last];
}

const optionsOf = (L: bigint): bigint => countAll(nodes, Number(L)).options;
const edgesOf = (L: bigint): bigint => countAll(nodes, Number(L)).edges;
/** The paper's messages of one node. */
const messagesOf = (L: bigint): bigint => (choose(L, 2n) * (L + 1n) * BigInt(nodes)) / 4n;

let known: readonly PaperFigure[] | undefined;

/** Every figure, in the order of the paper's argument. */
export function paperFigures(): readonly PaperFigure[] {
  known ??= derive();
  return known;
}

function derive(): readonly PaperFigure[] {
  const at50 = countAll(nodes, resnet50);
  const at152 = countAll(nodes, resnet152);
  const small = { model: 'ResNet-50', nodes, layers: resnet50 };
  const large = { model: 'ResNet-152', nodes, layers: resnet152 };
  return [
    {
      ...small,
      id: 'options',
      printed: '4.0e7',
      formula: 'C(P + L - 1, L)',
      agreesAt: agreement(optionsOf, 39_500_000n, 40_500_000n),
      ours: at50.options.toString(),
      verdict: 'agrees',
    },
    {
      ...small,
      id: 'messages',
      printed: '3e6',
      formula: 'C(L, 2) (L + 1) P / 4',
      agreesAt: agreement(messagesOf, 2_500_000n, 3_500_000n),
      ours: at50.edgesOfFirst.toString(),
      verdict: 'agrees',
    },
    {
      ...small,
      id: 'edges',
      printed: '4.5e5',
      formula: 'C(P - 1, 2) C(L + 1, 3) + (P - 1) C(L, 2)',
      agreesAt: agreement(edgesOf, 445_000n, 455_000n),
      ours: at50.edges.toString(),
      verdict: 'consistent-with-another-count',
    },
    {
      ...large,
      id: 'values',
      printed: '4e6',
      formula: 'L^3',
      agreesAt: agreement((L) => L ** 3n, 3_500_000n, 4_500_000n),
      ours: at152.edgesOfFirst.toString(),
      verdict: 'consistent-with-another-count',
    },
    {
      ...large,
      id: 'bytes-naive',
      printed: '80 MB',
      // 80 MB for 4e6 values are 20 bytes each.
      formula: '4 bytes x 4e6 values = 16 MB',
      agreesAt: null,
      ours: (4n * at152.edgesOfFirst).toString(),
      verdict: 'differs',
    },
    {
      ...large,
      id: 'bytes-sci',
      printed: '< 4 KB',
      formula: '4 (L + 1)',
      agreesAt: agreement((L) => 4n * (L + 1n), 0n, 4_000n),
      ours: at152.sciMessageBytes.toString(),
      verdict: 'agrees',
    },
    {
      ...large,
      id: 'ratio',
      printed: 'nearly 24000x',
      formula: 'L^2',
      agreesAt: agreement((L) => L ** 2n, 23_500n, 24_500n),
      ours: (at152.edgesOfFirst / BigInt(resnet152 + 1)).toString(),
      verdict: 'consistent-with-another-count',
    },
  ];
}

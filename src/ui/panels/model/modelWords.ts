/** What is said of a model: its facts, the sizes it asks for, and what is being done with it. */
import type { ModelFacts } from '../../../core/onnx/modelFacts';
import { someUncounted } from '../../../core/model/imported/uncounted';
import type { ModelGraph } from '../../../core/model/imported/types';
import type { ModelsState } from '../../../state/modelsTypes';
import { formatBytes, formatMacs, formatNumber, formatWhole } from '../../format';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** It takes more room than a number. */
  readonly wide?: true;
}
type Progress = Extract<ModelsState['opening'], { status: 'opening' }>['progress'];
type Phase = NonNullable<Progress>['phase'];
export type Ask = ModelFacts['asks'][number];

/** Kinds named one by one; the rest are counted together. */
const kindsShown = 8;

/** What the file says of itself. */
export function factsOf(facts: ModelFacts): readonly Fact[] {
  const standard = facts.opsets.find(({ domain }) => domain === '' || domain === 'ai.onnx');
  const others = facts.opsets.filter((set) => set !== standard);
  return [
    { name: 'Made by', value: facts.producer === '' ? 'not said' : facts.producer },
    {
      name: 'Opset',
      value: [
        ...(standard === undefined ? [] : [String(standard.version)]),
        ...others.map(({ domain, version }) => `${domain} ${version}`),
      ].join(', '),
    },
    { name: 'Size', value: formatBytes(facts.bytes) },
    { name: 'Operators', value: formatWhole(facts.operators) },
    { name: 'Parameters', value: formatCountOf(facts.parameters) },
    {
      name: 'Weights',
      value:
        facts.precisions.length === 0
          ? formatBytes(facts.weightBytes)
          : facts.precisions.map(({ type, bytes }) => `${type} ${formatBytes(bytes)}`).join(', '),
    },
  ];
}

/** What the document knows of it, shapes measured. */
export function graphFacts(graph: ModelGraph): readonly Fact[] {
  const sum = (key: 'macs' | 'parameters' | 'weightBytes') =>
    graph.operators.reduce((total, operator) => total + operator[key], 0);
  return [
    { name: 'Parameters', value: formatCountOf(sum('parameters')) },
    {
      name: 'Multiply-accumulates',
      value: `${someUncounted(graph) ? 'at least ' : ''}${formatMacs(sum('macs'))}`,
    },
    { name: 'Operators', value: formatWhole(graph.operators.length) },
    { name: 'Blocks', value: formatWhole(graph.blockEnds.length) },
    { name: 'Weights', value: weightsText(sum('weightBytes'), sum('parameters')) },
    { name: 'Inputs', value: shapesOf(graph, graph.inputs), wide: true },
    { name: 'Results', value: shapesOf(graph, graph.outputs), wide: true },
  ];
}

/** What runs: what the file says of itself, where it was opened in this visit, with what running it has shown. */
export function runningFacts(graph: ModelGraph, opened: ModelFacts | null): readonly Fact[] {
  const fromFile = opened === null ? [] : factsOf(opened);
  // The types of the weights are known to the file alone; of operators and parameters, the graph has what is left of them.
  const weights = fromFile.filter(({ name }) => name === 'Weights');
  const others = fromFile.filter(({ name }) => !['Operators', 'Parameters', 'Weights'].includes(name));
  const measured = graphFacts(graph).map((fact) => (fact.name === 'Weights' ? (weights[0] ?? fact) : fact));
  return [...others, ...measured];
}

function shapesOf(graph: ModelGraph, indices: readonly number[]): string {
  const shown = indices.slice(0, 3).map((index) => {
    const { name, shape, type } = graph.tensors[index]!;
    return `${name}: ${shape.length === 0 ? 'scalar' : shape.join(' × ')} ${type}`;
  });
  const rest = indices.length - shown.length;
  return rest > 0 ? `${shown.join('; ')} and ${rest} more` : shown.join('; ');
}

/** Without the file there are no types, but how wide the numbers are on average. */
function weightsText(bytes: number, parameters: number): string {
  if (parameters === 0) return formatBytes(bytes);
  return `${formatBytes(bytes)}, ${formatNumber((8 * bytes) / parameters)} bits a parameter`;
}

function formatCountOf(parameters: number): string {
  return parameters >= 1e5 ? `${formatNumber(parameters / 1e6)} M` : formatWhole(parameters);
}

/** "Conv 53, Clip 35, Add 10 and 7 more of 3 kinds" */
export function kindsSentence(kinds: readonly { readonly kind: string; readonly count: number }[]): string {
  const shown = kinds.slice(0, kindsShown).map(({ kind, count }) => `${kind} ${count}`);
  const rest = kinds.slice(kindsShown);
  if (rest.length === 0) return shown.join(', ');
  const left = rest.reduce((sum, { count }) => sum + count, 0);
  return `${shown.join(', ')} and ${left} more of ${rest.length} other ${rest.length === 1 ? 'kind' : 'kinds'}`;
}

export function kindsOf(graph: ModelGraph): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of graph.operators) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

/** "Dimension 3 of images": where a size first occurs. */
export function askName({ key, places }: Ask): string {
  const [place] = places;
  return place === undefined ? key : placeText(place);
}

/** The file's word for it, where else it occurs, and what is suggested where nothing better is known. */
export function askHint({ key, places }: Ask, suggestion: number | null): string {
  const [first, ...others] = places;
  const isNamed = first === undefined || key !== `${first.input}:${first.axis}`;
  const also = others.map((place) => placeText(place).toLowerCase()).join(', ');
  return [
    ...(isNamed ? [`The file calls it "${key}".`] : []),
    ...(also === '' ? [] : [`Also ${also}.`]),
    ...(suggestion === null ? [] : [`Suggested: ${suggestion}.`]),
  ].join(' ');
}

const placeText = ({ input, axis }: Ask['places'][number]): string => `Dimension ${axis + 1} of ${input}`;

/** Largest size that can be given: more is not an inference but an accident. */
export const largestSize = 65_536;

export function sizesOf(
  asks: readonly Ask[],
  given: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(asks.map(({ key, suggestion }) => [key, sizeGiven(given, key) ?? suggestion]));
}

/** A stranger's file names the sizes: "constructor" is not given because every object has one. */
export function sizeGiven(given: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(given, key) ? given[key] : undefined;
}

const phaseTexts: Readonly<Record<Phase, string>> = {
  'loading-runtime': 'Loading ONNX Runtime (once, some megabytes)',
  'reading-model': 'Reading the model',
  'measuring-shapes': 'Running it once to see the shape of every tensor',
  'finding-blocks': 'Running it once more to see which operators are run as one',
  cutting: 'Cutting',
  checking: 'Running both parts of every cut',
};

export function phaseText(progress: Progress): string {
  return progress === null ? 'Starting' : phaseTexts[progress.phase];
}

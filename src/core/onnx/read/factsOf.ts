import { limits } from '../../scenario/limits';
import { cut, oneLinePattern } from '../../scenario/text';
import type { ModelFacts, Verdict } from '../modelFacts';
import { dimensionAsks } from './dimensionAsks';
import type { OnnxModel, StoredValue } from './onnxModel';
import { isNoTensor } from './values';
import { isWeightOf, parametersOf } from './weights';

/** Newest that ONNX Runtime 1.30 reads (measured: opset 27 is refused). */
const newest = { opset: 26, ir: 13 } as const;
/** Domains with kernels in ONNX Runtime, and their newest version where there is more than one. */
const domains: ReadonlyMap<string, number> = new Map([
  ['', newest.opset],
  ['ai.onnx', newest.opset],
  ['ai.onnx.ml', 5],
  ['com.microsoft', 1],
]);

/** What a model says of itself, and what a visitor should know before opening it. Runs nothing. */
export function factsOf(model: OnnxModel, name: string): ModelFacts {
  const { proto, fingerprint, bytes, inputs, outputs, operators } = model;
  const weights = allWeights(model);
  return {
    name,
    producer: printable([proto.producerName, proto.producerVersion].filter((part) => part !== '').join(' ')),
    irVersion: Number(proto.irVersion),
    opsets: proto.opsetImport
      .slice(0, 50)
      .map(({ domain, version }) => ({ domain: printable(domain), version: Number(version) })),
    fingerprint,
    bytes,
    inputs,
    outputs,
    operators: operators.length,
    kinds: countKinds(model),
    parameters: parametersOf(model, new Set()).total,
    weightBytes: weights.reduce((sum, value) => sum + value.bytes, 0),
    precisions: precisionsOf(weights),
    asks: dimensionAsks(inputs),
    verdicts: verdictsOf(model),
  };
}

const printable = (text: string): string => {
  const short = cut(text, 200);
  return oneLinePattern.test(short) ? short : short.replace(/[^\x20-\x7e]/g, ' ');
};

/** Every stored weight that an operator reads or has inside, once. */
function allWeights({ operators, constants }: OnnxModel): readonly StoredValue[] {
  const found = new Map<string, StoredValue>();
  const inside: StoredValue[] = [];
  for (const operator of operators) {
    for (const name of operator.constants)
      for (const value of constants.get(name)!.stored)
        if (isWeightOf(operator, value)) found.set(value.name, value);
    for (const value of operator.inside) if (isWeightOf(operator, value)) inside.push(value);
  }
  return [...found.values(), ...inside];
}

function countKinds({ operators }: OnnxModel): ModelFacts['kinds'] {
  const counts = new Map<string, number>();
  for (const { kind } of operators) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

function precisionsOf(weights: readonly StoredValue[]): ModelFacts['precisions'] {
  const bytes = new Map<string, number>();
  for (const weight of weights) bytes.set(weight.type, (bytes.get(weight.type) ?? 0) + weight.bytes);
  return [...bytes].map(([type, size]) => ({ type, bytes: size })).toSorted((a, b) => b.bytes - a.bytes);
}

/** Verdicts of one kind for at most so many operators: a list of thousands tells nobody more. */
const mostOfAKind = 20;

function verdictsOf(model: OnnxModel): readonly Verdict[] {
  const { proto, operators, shapeless } = model;
  const verdicts: Verdict[] = [];
  const ir = Number(proto.irVersion);
  if (ir > newest.ir) verdicts.push({ kind: 'ir-too-new', found: ir, known: newest.ir });
  const used = new Set(operators.map(({ node }) => node.domain));
  for (const { domain, version } of proto.opsetImport) {
    const known = domains.get(domain);
    const isUsed = used.has(domain) || domain === '' || domain === 'ai.onnx';
    if (known !== undefined && isUsed && Number(version) > known)
      verdicts.push({ kind: 'opset-too-new', domain, found: Number(version), known });
  }
  const functions = new Set(proto.functions.map(({ domain }) => domain));
  const strange = operators.filter(({ node }) => !domains.has(node.domain) && !functions.has(node.domain));
  for (const { name, node } of strange.slice(0, mostOfAKind))
    verdicts.push({ kind: 'unknown-domain', operator: name, domain: printable(node.domain) });
  for (const value of [...proto.graph!.input, ...proto.graph!.output]
    .filter(isNoTensor)
    .slice(0, mostOfAKind))
    verdicts.push({ kind: 'not-a-tensor', value: value.name });
  for (const value of shapeless.slice(0, mostOfAKind)) verdicts.push({ kind: 'shape-unknown', value });
  if (operators.length > limits.operators)
    verdicts.push({ kind: 'too-many-operators', found: operators.length, limit: limits.operators });
  for (const { name, kind } of operators.filter(({ whole }) => whole).slice(0, mostOfAKind))
    verdicts.push({ kind: 'stays-whole', operator: name, operatorKind: kind });
  if (operators.length < 2) verdicts.push({ kind: 'no-cut', operators: operators.length });
  return verdicts;
}

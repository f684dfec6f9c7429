/** Reads a problem and an answer for `checkCertificateRules.ts`: plain JSON in, or the name of what is wrong with it. */

export class Malformed extends Error {}

interface Tensor {
  readonly producer: number;
  readonly consumers: readonly number[];
  readonly toSink: boolean;
  readonly out: readonly number[];
  /** null: it cannot travel back. */
  readonly back: readonly number[] | null;
}
export interface Problem {
  readonly nodes: number;
  readonly operators: number;
  /** [p][v] */
  readonly times: readonly (readonly number[])[];
  /** [u, v]: the label of u must not exceed that of v. */
  readonly order: readonly (readonly [number, number])[];
  readonly tensors: readonly Tensor[];
}
export interface Answer {
  readonly value: number;
  readonly optimal: boolean;
  readonly labels: readonly number[];
  readonly flowValue: number;
  readonly provenLabels: readonly number[];
  readonly flow: readonly (readonly [string, string, number])[];
}

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed(`${path}: an object is needed`);
  return value as Json;
}

function list(value: unknown, path: string, length?: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(`${path}: a list is needed`);
  if (length !== undefined && value.length !== length)
    throw new Malformed(`${path}: ${length} entries are needed`);
  return value;
}

function number(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Malformed(`${path}: a number is needed`);
  return value;
}

/** Costs: numbers from 0, null = impossible. */
function costs(value: unknown, path: string, length: number): number[] {
  return list(value, path, length).map((entry, k) => {
    if (entry === null) return Infinity;
    const cost = number(entry, `${path}[${k}]`);
    if (cost < 0) throw new Malformed(`${path}[${k}]: a number from 0 is needed`);
    return cost;
  });
}

function operator(value: unknown, path: string, count: number): number {
  const v = number(value, path);
  if (!Number.isInteger(v) || v < 0 || v >= count) throw new Malformed(`${path}: there is no operator ${v}`);
  return v;
}

/** Throws `Malformed`. */
export function readProblem(value: unknown): Problem {
  const raw = object(value, 'problem');
  if (raw['kind'] !== 'dag') throw new Malformed('problem.kind: "dag" is needed');
  const rows = list(raw['computeS'], 'computeS');
  const nodes = rows.length;
  const count = nodes === 0 ? 0 : list(rows[0], 'computeS[0]').length;
  if (count === 0) throw new Malformed('computeS: nodes and operators are needed');
  const times = rows.map((row, p) => costs(row, `computeS[${p}]`, count));
  const edges = list(raw['edges'], 'edges').map((edge, k): [number, number] => {
    const [u, v] = list(edge, `edges[${k}]`, 2);
    return [operator(u, `edges[${k}][0]`, count), operator(v, `edges[${k}][1]`, count)];
  });
  const base = { nodes, operators: count, times };
  if (raw['tensors'] === undefined)
    return { ...base, order: [], tensors: readOutputs(raw, edges, nodes, count) };
  const mayReturn = raw['upstream'] === true;
  const tensors = list(raw['tensors'], 'tensors').map((entry, k) =>
    readTensor(entry, `tensors[${k}]`, nodes, count, mayReturn),
  );
  return { ...base, order: mayReturn ? [] : edges, tensors };
}

/** The short form: tensor v is the output of operator v, the last tensor the input. */
function readOutputs(
  raw: Json,
  edges: readonly (readonly [number, number])[],
  nodes: number,
  count: number,
): Tensor[] {
  const ships = list(raw['shipS'], 'shipS', nodes - 1).map((row, h) => costs(row, `shipS[${h}]`, count));
  const names = (field: string): Set<number> =>
    new Set(list(raw[field] ?? [], field).map((entry, k) => operator(entry, `${field}[${k}]`, count)));
  const delivered = names('deliverToSink');
  const readers = Array.from({ length: count }, () => new Set<number>());
  for (const [u, v] of edges) readers[u]!.add(v);
  const outputs = readers.map((consumers, v) => ({
    producer: v,
    consumers: [...consumers],
    toSink: delivered.has(v),
    out: ships.map((row) => row[v]!),
    back: null,
  }));
  const input = {
    producer: -1,
    consumers: [...names('inputConsumers')],
    toSink: false,
    out: costs(raw['inputShipS'], 'inputShipS', nodes - 1),
    back: null,
  };
  return [...outputs, input];
}

function readTensor(value: unknown, path: string, nodes: number, count: number, mayReturn: boolean): Tensor {
  const raw = object(value, path);
  const consumers = list(raw['consumers'], `${path}.consumers`).map((entry, k) =>
    operator(entry, `${path}.consumers[${k}]`, count),
  );
  const back = raw['backS'] === undefined ? null : costs(raw['backS'], `${path}.backS`, nodes - 1);
  return {
    producer: raw['producer'] === -1 ? -1 : operator(raw['producer'], `${path}.producer`, count),
    consumers: [...new Set(consumers)],
    toSink: raw['toSink'] === true,
    out: costs(raw['shipS'], `${path}.shipS`, nodes - 1),
    back: mayReturn ? back : null,
  };
}

/** Throws `Malformed`. */
export function readAnswer(value: unknown): Answer {
  const raw = object(value, 'answer');
  if (raw['feasible'] !== true)
    throw new Malformed('answer.feasible: true is needed, there is nothing to check otherwise');
  if (typeof raw['optimal'] !== 'boolean') throw new Malformed('answer.optimal: true or false is needed');
  const certificate = object(raw['certificate'], 'answer.certificate');
  if (certificate['format'] !== 'splitscape-cut' || certificate['version'] !== 1)
    throw new Malformed('answer.certificate: format "splitscape-cut", version 1 is needed');
  const labels = (entry: unknown, path: string): number[] =>
    list(entry, path).map((p, v) => number(p, `${path}[${v}]`));
  return {
    value: number(raw['value'], 'answer.value'),
    optimal: raw['optimal'],
    labels: labels(raw['labels'], 'answer.labels'),
    flowValue: number(certificate['value'], 'certificate.value'),
    provenLabels: labels(certificate['labels'], 'certificate.labels'),
    flow: list(certificate['flow'], 'certificate.flow').map((entry, k): [string, string, number] => {
      const path = `certificate.flow[${k}]`;
      const [from, to, amount] = list(entry, path, 3);
      if (typeof from !== 'string' || typeof to !== 'string')
        throw new Malformed(`${path}: two names and a number are needed`);
      return [from, to, number(amount, `${path}[2]`)];
    }),
  };
}

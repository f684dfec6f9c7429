/**
 * Checks the proof of an operator graph's labelling by weak duality, without any code of the solver: it reads the raw problem itself,
 * prices the labels from their definition, and adds up the flow. Vertices and arcs of the network:
 *
 *   source, target; o<v>.<h> operator v beyond hop h; t<k>.<h> tensor k wanted beyond hop h; b<k>.<h> tensor k wanted before it
 *   o<v>.<p-1> -> o<v>.<p>   time of v on p (o<v>.-1 = source, o<v>.<P-1> = target)     o<v>.<h> -> o<v>.<h-1>   no limit
 *   o<c>.<h> -> t<k>.<h>     no limit, consumers c; source -> t<k>.<h> if k goes to the sink
 *   t<k>.<h> -> o<u>.<h>     seconds of k over hop h, u its producer (the input's o is the target)
 *   o<u>.<h> -> o<c>.<h>     no limit, for order edges, and for consumers of a tensor that cannot travel back
 *   o<u>.<h> -> b<k>.<h> -> o<c>.<h>   seconds of k back over hop h, then no limit, for tensors that can
 *
 * Every labelling is a cut of this network and costs what the cut does, so no labelling costs less than any flow carries.
 */

export type Verdict =
  /** `proved`: no labelling costs less. `bounded`: the answer does not claim that, and what it claims holds. */
  | {
      readonly kind: 'proved' | 'bounded';
      readonly costS: number;
      readonly boundS: number;
      readonly arcs: number;
    }
  | { readonly kind: 'refuted'; readonly why: string }
  | { readonly kind: 'malformed'; readonly why: string };

/** Relative. */
const tolerance = 1e-9;

class Malformed extends Error {}
class Refuted extends Error {}

/** @param answer what the command line printed, or the `answer` of an exported proof */
export function checkCertificate(problem: unknown, answer: unknown): Verdict {
  try {
    return judge(readProblem(problem), readAnswer(answer));
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'malformed', why: error.message };
    if (error instanceof Refuted) return { kind: 'refuted', why: error.message };
    throw error;
  }
}

interface Tensor {
  readonly producer: number;
  readonly consumers: readonly number[];
  readonly toSink: boolean;
  readonly out: readonly number[];
  /** null: it cannot travel back. */
  readonly back: readonly number[] | null;
}
interface Problem {
  readonly nodes: number;
  readonly operators: number;
  /** [p][v] */
  readonly times: readonly (readonly number[])[];
  /** [u, v]: the label of u must not exceed that of v. */
  readonly order: readonly (readonly [number, number])[];
  readonly tensors: readonly Tensor[];
}
interface Answer {
  readonly value: number;
  readonly optimal: boolean;
  readonly labels: readonly number[];
  readonly flowValue: number;
  readonly provenLabels: readonly number[];
  readonly flow: readonly (readonly [string, string, number])[];
}

function judge(problem: Problem, answer: Answer): Verdict {
  const costS = price(problem, answer.labels);
  expectSame(answer.value, costS, 'the labels cost', 'value claims');
  if (answer.labels.join() !== answer.provenLabels.join())
    throw new Refuted('certificate.labels are not the labels of the answer');
  const slack = tolerance * costS;
  const { carriedS, lostS } = addUp(answer.flow, capacitiesOf(problem));
  if (lostS > slack)
    throw new Refuted(`the flow breaks capacities or gets lost on its way, by ${lostS} s in all`);
  expectSame(answer.flowValue, carriedS, 'the flow carries', 'certificate.value claims', slack);
  if (carriedS > costS + slack)
    throw new Refuted(`the flow carries ${carriedS} s, more than the cut of ${costS} s`);
  const arcs = answer.flow.length;
  if (!answer.optimal) return { kind: 'bounded', costS, boundS: carriedS, arcs };
  expectSame(carriedS, costS, 'the labels cost', 'the flow only carries');
  return { kind: 'proved', costS, boundS: carriedS, arcs };
}

function expectSame(
  claimed: number,
  found: number,
  is: string,
  says: string,
  slack = tolerance * found,
): void {
  if (!(Math.abs(claimed - found) <= slack)) throw new Refuted(`${is} ${found} s, ${says} ${claimed} s`);
}

/** Seconds of a labelling from its definition; refused where it is not allowed. */
function price({ nodes, operators, times, order, tensors }: Problem, labels: readonly number[]): number {
  if (labels.length !== operators) throw new Refuted(`${labels.length} labels for ${operators} operators`);
  labels.forEach((p, v) => {
    if (!Number.isInteger(p) || p < 0 || p >= nodes) throw new Refuted(`labels[${v}]: there is no node ${p}`);
    if (times[p]![v] === Infinity) throw new Refuted(`labels[${v}]: node ${p} cannot run operator ${v}`);
  });
  let costS = labels.reduce((sum, p, v) => sum + times[p]![v]!, 0);
  for (const [u, v] of order)
    if (labels[u]! > labels[v]!)
      throw new Refuted(`operator ${v} runs before node ${labels[u]!}, where ${u} runs`);
  tensors.forEach(({ producer, consumers, toSink, out, back }, k) => {
    const made = producer < 0 ? 0 : labels[producer]!;
    const wanted = consumers.map((c) => labels[c]!);
    const furthest = toSink ? nodes - 1 : wanted.reduce((a, b) => Math.max(a, b), made);
    const nearest = wanted.reduce((a, b) => Math.min(a, b), made);
    for (let h = made; h < furthest; h++) costS += out[h]!;
    if (nearest < made && back === null)
      throw new Refuted(`tensor ${k} is read before node ${made}, where it is made`);
    for (let h = nearest; h < made; h++) costS += back![h]!;
    if (costS === Infinity) throw new Refuted(`tensor ${k} crosses a hop that it cannot cross`);
  });
  return costS;
}

/** Capacity of every arc, by "from to"; arcs named twice add up. */
function capacitiesOf({ nodes, operators, times, order, tensors }: Problem): Map<string, number> {
  const capacities = new Map<string, number>();
  const arc = (from: string, to: string, seconds: number): void => {
    const key = `${from} ${to}`;
    capacities.set(key, (capacities.get(key) ?? 0) + seconds);
  };
  const o = (v: number, h: number): string =>
    h < 0 ? 'source' : v < 0 || h >= nodes - 1 ? 'target' : `o${v}.${h}`;
  for (let v = 0; v < operators; v++) {
    for (let p = 0; p < nodes; p++) arc(o(v, p - 1), o(v, p), times[p]![v]!);
    for (let h = 1; h < nodes - 1; h++) arc(o(v, h), o(v, h - 1), Infinity);
  }
  for (let h = 0; h < nodes - 1; h++) {
    for (const [u, v] of order) arc(o(u, h), o(v, h), Infinity);
    tensors.forEach(({ producer, consumers, toSink, out, back }, k) => {
      for (const c of consumers) arc(o(c, h), `t${k}.${h}`, Infinity);
      if (toSink) arc('source', `t${k}.${h}`, Infinity);
      arc(`t${k}.${h}`, o(producer, h), out[h]!);
      if (producer < 0) return;
      if (back === null) {
        for (const c of consumers) arc(o(producer, h), o(c, h), Infinity);
      } else {
        arc(o(producer, h), `b${k}.${h}`, back[h]!);
        for (const c of consumers) arc(`b${k}.${h}`, o(c, h), Infinity);
      }
    });
  }
  return capacities;
}

/** What leaves the source, and how much of it is not to be trusted: over capacity, or not passed on by a vertex. */
function addUp(
  flow: Answer['flow'],
  capacities: ReadonlyMap<string, number>,
): { readonly carriedS: number; readonly lostS: number } {
  const over = new Map<string, number>();
  const surplus = new Map<string, number>();
  const gain = (vertex: string, amount: number): void => {
    surplus.set(vertex, (surplus.get(vertex) ?? 0) + amount);
  };
  flow.forEach(([from, to, amount], k) => {
    const key = `${from} ${to}`;
    const capacity = capacities.get(key);
    if (capacity === undefined)
      throw new Refuted(`certificate.flow[${k}]: there is no arc from ${from} to ${to}`);
    if (!(amount >= 0)) throw new Refuted(`certificate.flow[${k}]: ${amount} is no flow`);
    over.set(key, (over.get(key) ?? 0) + amount);
    gain(from, -amount);
    gain(to, amount);
  });
  let lostS = 0;
  for (const [key, amount] of over) lostS += Math.max(0, amount - capacities.get(key)!);
  for (const [vertex, amount] of surplus) {
    if (vertex !== 'source' && vertex !== 'target') lostS += Math.abs(amount);
  }
  return { carriedS: -(surplus.get('source') ?? 0), lostS };
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

function readProblem(value: unknown): Problem {
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

function readAnswer(value: unknown): Answer {
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

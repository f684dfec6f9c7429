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
import { Malformed, readAnswer, readProblem, type Answer, type Problem } from './readCertificate';

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

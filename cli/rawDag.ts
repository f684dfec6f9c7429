/**
 * The raw operator graph, in seconds; node 0 is the UE; null = impossible. Short form, one output tensor for every operator:
 * {"kind":"dag","computeS":[P][V],"edges":[[u,v],...],"shipS":[P-1][V],"inputConsumers":[v,...],"inputShipS":[P-1],
 * "deliverToSink":[v,...]}. Long form, as the page exports it: `tensors` in place of the last four, `edges` as mere order, and
 * `upstream` (see `certificateTypes.ts`). Asked to stop, the answer is the best labelling known, with "optimal": false, "bound" and
 * the certificate of that bound.
 */
import type { DagReason, DagFault, DagOutcome, DagProblem, DagTensor } from '../src/core/solvers/dag/types';
import { solveDag } from '../src/core/solvers/dag/dagMinCut';
import type { ShouldStop } from '../src/core/solvers/types';
import { isObject, Malformed, readList, readRow, refuseOthers, type Json } from './fields';

export function readDag(value: Json): DagProblem {
  const isLong = value['tensors'] !== undefined;
  const own = isLong ? ['tensors', 'upstream'] : ['shipS', 'inputConsumers', 'inputShipS', 'deliverToSink'];
  refuseOthers(value, '', ['kind', 'computeS', 'edges', ...own]);
  const rows = readList(value['computeS'], 'computeS', null);
  const nodes = rows.length;
  if (nodes === 0) throw new Malformed('computeS: at least one node is needed');
  const count = readList(rows[0], 'computeS[0]', null).length;
  if (count === 0) throw new Malformed('computeS[0]: at least one operator is needed');
  const computeS = rows.map((row, p) => readRow(row, `computeS[${p}]`, count, Infinity));
  const edges = readList(value['edges'], 'edges', null).map((edge, k) => readEdge(edge, k, count));
  return isLong
    ? {
        computeS,
        edges,
        tensors: readList(value['tensors'], 'tensors', null).map((tensor, k) =>
          readTensor(tensor, `tensors[${k}]`, nodes, count),
        ),
        upstream: readFlag(value['upstream'], 'upstream'),
      }
    : { computeS, edges: [], tensors: readOutputs(value, edges, nodes, count), upstream: false };
}

/** Tensor v is the output of operator v, tensor V the input. */
function readOutputs(
  value: Json,
  edges: readonly (readonly [number, number])[],
  nodes: number,
  count: number,
): DagTensor[] {
  const shipS = readList(value['shipS'], 'shipS', nodes - 1).map((row, h) =>
    readRow(row, `shipS[${h}]`, count, Infinity),
  );
  const inputConsumers = readOperators(value['inputConsumers'], 'inputConsumers', count);
  const inputShipS = readRow(value['inputShipS'], 'inputShipS', nodes - 1, Infinity);
  // Absent: the results stay where they are made.
  const delivered = new Set(readOperators(value['deliverToSink'] ?? [], 'deliverToSink', count));
  const consumers = Array.from({ length: count }, (): number[] => []);
  for (const [u, v] of edges) consumers[u]!.push(v);
  const outputs = consumers.map((list, v) => ({
    producer: v,
    consumers: list,
    toSink: delivered.has(v),
    shipS: Float64Array.from(shipS, (row) => row[v]!),
  }));
  return [...outputs, { producer: -1, consumers: inputConsumers, toSink: false, shipS: inputShipS }];
}

function readTensor(value: unknown, path: string, nodes: number, count: number): DagTensor {
  if (!isObject(value)) throw new Malformed(`${path}: an object is needed`);
  refuseOthers(value, `${path}.`, ['producer', 'consumers', 'toSink', 'shipS', 'backS']);
  const { producer, backS } = value;
  const tensor = {
    producer: producer === -1 ? -1 : readOperator(producer, `${path}.producer`, count, ', or -1,'),
    consumers: readOperators(value['consumers'], `${path}.consumers`, count),
    toSink: readFlag(value['toSink'], `${path}.toSink`),
    shipS: readRow(value['shipS'], `${path}.shipS`, nodes - 1, Infinity),
  };
  return backS === undefined
    ? tensor
    : { ...tensor, backS: readRow(backS, `${path}.backS`, nodes - 1, Infinity) };
}

function readOperators(value: unknown, path: string, count: number): number[] {
  return readList(value, path, null).map((entry, k) => readOperator(entry, `${path}[${k}]`, count));
}

function readOperator(value: unknown, path: string, count: number, or = ''): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count) return value;
  throw new Malformed(`${path}: an operator from 0 to ${count - 1}${or} is needed`);
}

function readEdge(value: unknown, k: number, count: number): readonly [number, number] {
  const [u, v] = readList(value, `edges[${k}]`, 2);
  const ends = [readOperator(u, `edges[${k}][0]`, count), readOperator(v, `edges[${k}][1]`, count)] as const;
  if (u === v) throw new Malformed(`edges[${k}]: operator ${ends[0]} cannot wait for itself`);
  return ends;
}

/** Absent = false. */
function readFlag(value: unknown, path: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new Malformed(`${path}: true or false is needed`);
}

export function answerDag(problem: DagProblem, shouldStop: ShouldStop): Json {
  const outcome: DagOutcome = solveDag(problem, shouldStop);
  switch (outcome.kind) {
    case 'labels':
      return {
        feasible: true,
        value: outcome.totalS,
        labels: [...outcome.labels],
        optimal: outcome.proven,
        ...(outcome.proven ? {} : { bound: outcome.boundS }),
        certificate: outcome.certificate,
      };
    case 'infeasible':
      return { feasible: false, reason: refuseCycle(outcome.reason) };
    case 'refused':
      throw new Malformed(`${outcome.fault.path}: ${faults[outcome.fault.kind]}`);
  }
}

const faults: Record<DagFault['kind'], string> = {
  empty: 'at least one entry is needed',
  'wrong-length': 'another number of entries is needed',
  'not-a-cost': 'a number from 0 is needed',
  'no-such-operator': 'there is no such operator',
  'sum-overflows': 'the costs add up to more than a number can hold',
};

/** Operators that wait for each other are no problem of this kind; named from the smallest, each before the one that reads it. */
function refuseCycle(reason: DagReason): DagReason {
  if (reason.kind !== 'cyclic') return reason;
  const { operators } = reason;
  const start = operators.indexOf(Math.min(...operators));
  const named = [...operators.slice(start), ...operators.slice(0, start), operators[start]!];
  const shown = named.length > 12 ? [...named.slice(0, 12), '...'] : named;
  throw new Malformed(`edges: a cycle, ${shown.join(' -> ')}`);
}

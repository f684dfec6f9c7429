/**
 * Which operators run as one kernel, and in which order. What ONNX Runtime fuses depends on patterns of its own, so its profile
 * decides: an operator with a kernel begins a group; one without was fused, folded or optimised away, and is put where it went.
 * Without a profile, the commonest fusions are assumed.
 */
import { isBodyKernel, operatorOfKernel } from './kernelNames';
import type { OnnxOperator } from './onnxModel';

/** Groups of indices into the operators: each in running order, and the groups in an order in which they can run. */
export type OperatorGroups = readonly (readonly number[])[];

/** @param kernels - names of the kernels of one run, in order; null where there is none */
export function groupOperators(
  operators: readonly OnnxOperator[],
  kernels: readonly string[] | null,
): OperatorGroups {
  const wiring = wiringOf(operators);
  const places = new Map<number, number>();
  const lost: { readonly name: string; readonly place: number }[] = [];
  for (const [place, name] of (kernels ?? []).entries()) {
    if (isBodyKernel(name)) continue;
    const operator = operatorOfKernel(name);
    if (operator === null) lost.push({ name, place });
    else if (operator < operators.length && !places.has(operator)) places.set(operator, place);
  }
  if (places.size === 0) return contiguous(assumeFusions(operators, wiring));
  const groups: Groups = { places, of: new Map([...places.keys()].map((index) => [index, index])) };
  joinLeaders(operators, wiring, groups);
  const backwards = backwardFusions(kernels ?? []);
  joinComponents(operators, wiring, groups, lost, backwards);
  joinTheRest(operators, wiring, groups);
  return legalOrder(operators.length, wiring, groups);
}

interface Wiring {
  /** Operators whose results operator i reads, and those that read its results. */
  readonly makers: readonly (readonly number[])[];
  readonly readers: readonly (readonly number[])[];
}

function wiringOf(operators: readonly OnnxOperator[]): Wiring {
  const makerOf = new Map<string, number>();
  operators.forEach(({ outputs }, index) => {
    for (const name of outputs) makerOf.set(name, index);
  });
  const makers = operators.map(({ inputs }) => [
    ...new Set(inputs.flatMap((name) => makerOf.get(name) ?? [])),
  ]);
  const readers = operators.map((): number[] => []);
  makers.forEach((of, index) => {
    for (const maker of of) readers[maker]!.push(index);
  });
  return { makers, readers };
}

/** Matrix-like operators and what they take in after them, each tensor between having one reader. */
const leaders =
  /^(com\.microsoft\.)?(Fused|Nhwc|QLinear)*(Conv|ConvTranspose|Gemm|MatMul|ConvInteger|MatMulInteger)$/;
const followers = new Set([
  'BatchNormalization',
  'Add',
  'Sum',
  'Relu',
  'LeakyRelu',
  'PRelu',
  'Clip',
  'Sigmoid',
  'HardSigmoid',
  'HardSwish',
  'Tanh',
  'Elu',
  'Softplus',
]);
/** Nothing at run time, whoever comes before. */
const idle = new Set(['Identity', 'Dropout']);

interface Groups {
  /** Place in the run of the kernel that a group is called after. */
  readonly places: Map<number, number>;
  /** The group of each operator that has one: the index of the operator with the kernel. */
  readonly of: Map<number, number>;
}

/** Folded followers of a convolution or a product belong to it: to the last of them where a sum joins several. */
function joinLeaders(operators: readonly OnnxOperator[], wiring: Wiring, { places, of }: Groups): void {
  for (const [index, { kind }] of operators.entries()) {
    if (of.has(index) || !followers.has(kind)) continue;
    let last: number | undefined;
    for (const maker of wiring.makers[index]!) {
      const group = of.get(maker);
      if (group === undefined || wiring.readers[maker]!.length !== 1) continue;
      if (!leaders.test(operators[group]!.kind)) continue;
      if (last === undefined || places.get(group)! > places.get(last)!) last = group;
    }
    if (last !== undefined) of.set(index, last);
  }
}

/** Operators at the end of a fused pattern that gave the kernel their name ("N587/LayerNormFusion/"). */
function backwardFusions(kernels: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const name of kernels) {
    if (!name.includes('/') || /MatMulAddFusion|MatMulScaleFusion/.test(name)) continue;
    const operator = operatorOfKernel(name);
    if (operator !== null) found.add(operator);
  }
  return found;
}

/**
 * Operators without a kernel that hang together were fused as one pattern: into the kernel that reads them and is called after
 * the end of a pattern, or into one that lost its name and ran between what they read and what reads them.
 */
function joinComponents(
  operators: readonly OnnxOperator[],
  wiring: Wiring,
  groups: Groups,
  lost: readonly { readonly name: string; readonly place: number }[],
  backwards: ReadonlySet<number>,
): void {
  const { places, of } = groups;
  const free = componentsOf(operators, wiring, of);
  const placesOf = (indices: Iterable<number>): number[] =>
    [...indices].flatMap((index) => {
      const group = of.get(index);
      return group === undefined ? [] : [places.get(group)!];
    });
  const open = free.map((members) => {
    const inside = new Set(members);
    const outside = (of: readonly (readonly number[])[]): number[] =>
      members.flatMap((index) => of[index]!.filter((other) => !inside.has(other)));
    const readers = outside(wiring.readers);
    return {
      members,
      readers,
      after: placesOf(outside(wiring.makers)).reduce((last, place) => Math.max(last, place), -1),
      before: placesOf(readers).reduce((first, place) => Math.min(first, place), Infinity),
    };
  });
  for (const { members, readers, after, before } of open) {
    const end = readers.find((index) => backwards.has(index) && places.get(index) === before);
    if (end !== undefined && places.get(end)! > after) for (const index of members) of.set(index, end);
  }
  for (const { place } of lost.filter(({ name }) => !helpers.test(name))) {
    const fitting = open.filter(
      ({ members, after, before }) =>
        !of.has(members[0]!) &&
        after < place &&
        place < before &&
        // One operator alone was optimised away rather than fused, unless it is a function whose inside has other names.
        (members.length > 1 || operators[members[0]!]!.whole),
    );
    const largest = fitting.reduce<(typeof fitting)[number] | undefined>(
      (best, next) => (best === undefined || next.members.length > best.members.length ? next : best),
      undefined,
    );
    if (largest === undefined) continue;
    const [lead] = largest.members;
    places.set(lead!, place);
    for (const index of largest.members) of.set(index, lead!);
  }
}

/** A copy, a reshape, a change of layout that the runtime put in: no pattern of ours. */
const helpers = /reshape|transpose|memcpy|reorder|cast/i;

function componentsOf(
  operators: readonly OnnxOperator[],
  { makers, readers }: Wiring,
  of: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (const start of operators.keys()) {
    if (of.has(start) || seen.has(start)) continue;
    const members = [start];
    seen.add(start);
    for (const index of members) {
      for (const next of [...makers[index]!, ...readers[index]!]) {
        if (of.has(next) || seen.has(next)) continue;
        seen.add(next);
        members.push(next);
      }
    }
    components.push(members.toSorted((a, b) => a - b));
  }
  return components;
}

/** What is left joins the last of the groups it reads from, or the first that reads it where it only reads inputs. */
function joinTheRest(operators: readonly OnnxOperator[], wiring: Wiring, { places, of }: Groups): void {
  for (const index of operators.keys()) {
    if (of.has(index)) continue;
    const from = wiring.makers[index]!.flatMap((maker) => of.get(maker) ?? []);
    const last = from.reduce<number | undefined>(
      (best, group) => (best === undefined || places.get(group)! > places.get(best)! ? group : best),
      undefined,
    );
    if (last !== undefined) of.set(index, last);
  }
  const first = [...places].reduce((best, next) => (next[1] < best[1] ? next : best))[0];
  for (let index = operators.length - 1; index >= 0; index -= 1) {
    if (of.has(index)) continue;
    const to = wiring.readers[index]!.map((reader) => of.get(reader)!);
    of.set(
      index,
      to.reduce((best, group) => (places.get(group)! < places.get(best)! ? group : best), to[0] ?? first),
    );
  }
}

/**
 * Groups in the order of their kernels. Where a group would have to run before one it reads from, all groups from the one to the
 * other become one: a boundary there would not be legal.
 */
function legalOrder(count: number, { makers }: Wiring, { places, of }: Groups): OperatorGroups {
  const order = [...new Set(of.values())].toSorted((a, b) => places.get(a)! - places.get(b)!);
  const rank = new Map(order.map((group, at) => [group, at]));
  /** For every group, the first group it must be merged with; itself where there is none. */
  const backTo = order.map((_, at) => at);
  for (let index = 0; index < count; index += 1) {
    const own = rank.get(of.get(index)!)!;
    for (const maker of makers[index]!) {
      const from = rank.get(of.get(maker)!)!;
      if (from > own) backTo[from] = Math.min(backTo[from]!, own);
    }
  }
  const members = order.map((): number[] => []);
  for (let index = 0; index < count; index += 1) members[rank.get(of.get(index)!)!]!.push(index);
  const merged: number[][] = [];
  let reach = Infinity;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    if (at >= reach) merged.at(-1)!.push(...members[at]!);
    else {
      merged.push([...members[at]!]);
      reach = at;
    }
    reach = Math.min(reach, backTo[at]!);
  }
  return merged.toReversed().map((group) => group.toSorted((a, b) => a - b));
}

/** Without a profile: runs of the file's own order. */
function assumeFusions(operators: readonly OnnxOperator[], { makers, readers }: Wiring): readonly boolean[] {
  let leads = false;
  return operators.map(({ kind }, index) => {
    const continues = index > 0 && makers[index]!.includes(index - 1) && readers[index - 1]!.length === 1;
    const joins = continues && (idle.has(kind) || (leads && followers.has(kind)));
    if (!joins) leads = leaders.test(kind);
    return joins;
  });
}

function contiguous(joins: readonly boolean[]): OperatorGroups {
  const groups: number[][] = [];
  for (const [index, isJoined] of joins.entries()) {
    if (isJoined) groups.at(-1)!.push(index);
    else groups.push([index]);
  }
  return groups;
}

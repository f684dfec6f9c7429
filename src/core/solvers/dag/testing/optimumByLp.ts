/**
 * A third way to the optimum of an operator graph: its linear programme, solved by HiGHS. y[v,h] = 1 iff operator v runs beyond
 * hop h; what a tensor pays on a hop is at least y[consumer] - y[producer]. The programme has whole-numbered vertices.
 */
import type { LegacyHighs } from 'highs';
import type { DagProblem } from '../types';

/** Seconds of the best labelling; Infinity when there is none. */
export function optimumByLp(highs: LegacyHighs, problem: DagProblem): number {
  const { computeS, tensors, edges, upstream } = problem;
  const nodes = computeS.length;
  const count = computeS[0]!.length;
  const programme = new Programme();
  /** y[v,h] as a sum: it is 1 before the first hop and 0 after the last; the input (-1) stays on node 0. */
  const y = (v: number, h: number): Sum =>
    h < 0 ? { constant: 1 } : v < 0 || h === nodes - 1 ? { constant: 0 } : { [`y${v}_${h}`]: 1 };
  for (let v = 0; v < count; v++) {
    for (let p = 0; p < nodes; p++) {
      const here = minus(y(v, p - 1), y(v, p));
      if (computeS[p]![v] === Infinity) programme.atMost(here, 0);
      else programme.pay(here, computeS[p]![v]!);
      programme.atLeast(here, 0);
    }
  }
  for (let h = 0; h < nodes - 1; h++) {
    if (!upstream) for (const [u, v] of edges) programme.atLeast(minus(y(v, h), y(u, h)), 0);
    for (const [k, { producer, consumers, toSink, shipS, backS }] of tensors.entries()) {
      const made = y(producer, h);
      const wanted = [...new Set(consumers)].map((c) => y(c, h));
      programme.payMost(
        `s${k}_${h}`,
        [...wanted, ...(toSink ? [{ constant: 1 }] : [])].map((sum) => minus(sum, made)),
        shipS[h]!,
      );
      if (producer >= 0)
        programme.payMost(
          `r${k}_${h}`,
          wanted.map((sum) => minus(made, sum)),
          (upstream ? backS?.[h] : undefined) ?? Infinity,
        );
    }
  }
  return programme.solve(highs);
}

/** Coefficients by variable; `constant` stands for itself. */
type Sum = Readonly<Record<string, number>>;

function minus(a: Sum, b: Sum): Sum {
  const difference: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) difference[name] = (difference[name] ?? 0) - value;
  return difference;
}

class Programme {
  /** One coefficient a variable: HiGHS' text reader keeps only the last of two terms of one variable. */
  private readonly objective: Record<string, number> = {};
  private readonly rows: string[] = [];
  private readonly variables = new Set<string>();
  private impossible = false;

  pay(sum: Sum, price: number): void {
    for (const [name, value] of Object.entries(sum)) {
      this.objective[name] = (this.objective[name] ?? 0) + value * price;
      if (name !== 'constant') this.variables.add(name);
    }
  }

  /** Pays for the largest of the sums, and nothing if that is below 0. */
  payMost(name: string, sums: readonly Sum[], price: number): void {
    if (price === Infinity) {
      for (const sum of sums) this.atMost(sum, 0);
      return;
    }
    this.pay({ [name]: 1 }, price);
    for (const sum of sums) this.atLeast(minus({ [name]: 1 }, sum), 0);
  }

  atLeast(sum: Sum, bound: number): void {
    this.row(sum, '>=', bound);
  }

  atMost(sum: Sum, bound: number): void {
    this.row(sum, '<=', bound);
  }

  private row({ constant = 0, ...terms }: Sum, sign: '<=' | '>=', bound: number): void {
    const used = Object.entries(terms).filter(([, value]) => value !== 0);
    const rest = bound - constant;
    if (used.length === 0) {
      this.impossible ||= sign === '>=' ? rest > 0 : rest < 0;
      return;
    }
    for (const [name] of used) this.variables.add(name);
    this.rows.push(`c${this.rows.length}: ${textOf(used)} ${sign} ${rest}`);
  }

  solve(highs: LegacyHighs): number {
    const { constant = 0, ...prices } = this.objective;
    if (this.impossible) return Infinity;
    if (this.variables.size === 0) return constant;
    const solution = highs.solve(
      [
        'Minimize',
        `cost: ${textOf(Object.entries(prices))}`,
        'Subject To',
        ...(this.rows.length > 0 ? this.rows : [`c: ${[...this.variables][0]!} >= 0`]),
        'Bounds',
        ...[...this.variables].map((name) => `0 <= ${name} <= 1`),
        'End',
      ].join('\n'),
    );
    if (solution.Status === 'Infeasible') return Infinity;
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
    return constant + solution.ObjectiveValue;
  }
}

const textOf = (terms: readonly (readonly [string, number])[]): string =>
  terms.map(([name, value]) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`).join(' ');

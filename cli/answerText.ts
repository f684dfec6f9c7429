/** Problems in, answers out: the whole command except for files, streams and exit codes. */
import { findJsonFault } from '../src/core/scenario/jsonFault';
import type { DocumentError } from '../src/core/scenario/documentError';
import { parseScenario } from '../src/core/scenario/parseScenario';
import { solveScenario } from '../src/core/solvers/solveScenario';
import type { ShouldStop } from '../src/core/solvers/types';
import { isObject, Malformed, type Json } from './fields';
import { answerChain, readChain } from './rawChain';
import { answerDag, readDag } from './rawDag';

/** Text for standard output (JSON) or, when the input is malformed as a whole, one line for standard error. */
export type Reply =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly error: string };

/** A search that has not proved its plan by then gives the best it has, with a bound [ms]. */
const budgetMs = 2000;

/** Starts now. */
function budget(): ShouldStop {
  const end = performance.now() + budgetMs;
  return () => performance.now() > end;
}

export function answerText(text: string): Reply {
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const { line, column } = findJsonFault(text);
    return { ok: false, error: `not JSON at line ${line}, column ${column}` };
  }
  if (Array.isArray(input)) {
    const answers = input.map((problem: unknown) => {
      const answer = answerProblem(problem);
      return 'error' in answer ? { error: answer.error } : answer.value;
    });
    return { ok: true, output: JSON.stringify(answers) };
  }
  const answer = answerProblem(input);
  return 'error' in answer
    ? { ok: false, error: answer.error }
    : { ok: true, output: JSON.stringify(answer.value) };
}

function answerProblem(problem: unknown): { readonly value: Json } | { readonly error: string } {
  try {
    if (!isObject(problem)) throw new Malformed('problem: an object is needed');
    if (problem['format'] !== undefined) return { value: answerScenario(problem) };
    switch (problem['kind']) {
      case 'chain':
        return { value: answerChain(readChain(problem), budget()) };
      case 'dag':
        return { value: answerDag(readDag(problem), budget()) };
      default:
        throw new Malformed('kind: "chain" or "dag" is needed, or a scenario with "format": "splitscape"');
    }
  } catch (error) {
    if (error instanceof Malformed) return { error: error.message };
    throw error;
  }
}

function answerScenario(value: Json): Json {
  const parsed = parseScenario(value);
  if (!parsed.ok) throw new Malformed(describe(parsed.error));
  const { strategies, own, problems } = solveScenario(parsed.value, budget());
  const best = strategies.find(({ strategy }) => strategy === 'best')!.outcome;
  const head =
    best.kind === 'plan'
      ? { feasible: true, value: best.plan.totalS, optimal: best.proven, bound: best.boundS, plan: best.plan }
      : { feasible: false, reason: best.reason };
  return { ...head, strategies, own, problems };
}

function describe(error: DocumentError): string {
  switch (error.kind) {
    case 'unreadable':
      return error.detail;
    case 'too-large':
      return `document: more than ${error.limitBytes} bytes`;
    case 'newer-version':
      return `version: ${error.found} is newer than ${error.known}, the newest known here`;
    case 'not-a-scenario':
      return 'format: "splitscape" is needed';
    case 'invalid-field':
      return `${error.path}: ${error.expected} is needed`;
    case 'inconsistent':
      return `${error.path}: ${error.detail}`;
  }
}

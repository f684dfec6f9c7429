/**
 * `npm run -s check:certificate -- PROBLEM.json ANSWER.json`, or one file that holds both, as the page exports it. Exit status: 0
 * proved; 1 not proved, or refuted; 2 malformed. Shares no code with the solver.
 */
import { readFileSync } from 'node:fs';
import { checkCertificate } from './checkCertificateRules';

const files = process.argv.slice(2);
if (files.length !== 1 && files.length !== 2) {
  finish(
    2,
    'usage: npm run -s check:certificate -- PROBLEM.json ANSWER.json   (or one file that holds both)',
  );
} else {
  try {
    const [first, second] = files.map((file) => read(file));
    check(...(files.length === 2 ? ([first, second] as const) : apart(first)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    finish(2, `malformed: ${error.message}`);
  }
}

function check(problem: unknown, answer: unknown): void {
  const verdict = checkCertificate(problem, answer);
  switch (verdict.kind) {
    case 'proved':
      finish(
        0,
        `proved: no labelling costs less than ${verdict.costS} s (a flow over ${verdict.arcs} arcs carries as much)`,
      );
      break;
    case 'bounded':
      finish(
        1,
        `not proved: the labels cost ${verdict.costS} s, and none costs less than ${verdict.boundS} s`,
      );
      break;
    case 'refuted':
    case 'malformed':
      finish(verdict.kind === 'refuted' ? 1 : 2, `${verdict.kind}: ${verdict.why}`);
  }
}

function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file} is not JSON`);
  }
}

/** An exported file: { "problem": ..., "answer": ... }. */
function apart(both: unknown): readonly [unknown, unknown] {
  const { problem, answer } = (typeof both === 'object' && both !== null ? both : {}) as Record<
    string,
    unknown
  >;
  return [problem, answer];
}

function finish(status: number, line: string): void {
  (status === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = status;
}

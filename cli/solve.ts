/**
 * `npm run -s solve -- FILE` (`-` = standard input): a scenario, a raw problem, or a JSON array of them; the plan as JSON on
 * standard output. Exit status 0, or 2 with one line on standard error when the input is malformed as a whole.
 */
import { readFileSync } from 'node:fs';
import { answerText } from './answerText';

const [file, ...rest] = process.argv.slice(2);
const reply =
  file === undefined || rest.length > 0
    ? ({ ok: false, error: 'usage: npm run -s solve -- FILE   (- = standard input)' } as const)
    : read(file);
if (reply.ok) {
  process.stdout.write(`${reply.output}\n`);
} else {
  process.stderr.write(`${reply.error}\n`);
  process.exitCode = 2;
}

function read(path: string) {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    return { ok: false, error: `${path}: cannot be read` } as const;
  }
  return answerText(text);
}

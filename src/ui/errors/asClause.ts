/** A message of the browser or of core, fit to follow a colon: no capital of a plain word, no full stop of its own. */
export function asClause(message: string): string {
  return message
    .trim()
    .replace(/[.!\s]+$/, '')
    .replace(/^[A-Z](?=[a-z]*[ ,:]|[a-z]*$)/, (letter) => letter.toLowerCase());
}

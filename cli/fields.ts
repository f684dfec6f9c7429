/** Reading fields of untrusted JSON: every failure is one line that names the field. */

/** Thrown by the readers and caught by `answerProblem`: what is malformed, in one line. */
export class Malformed extends Error {}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses fields that are not known; those in `later` are named as not supported yet. */
export function refuseOthers(
  value: Json,
  path: string,
  known: readonly string[],
  later: readonly string[] = [],
) {
  for (const field of Object.keys(value)) {
    if (known.includes(field)) continue;
    const name = JSON.stringify(field.slice(0, 60)).slice(1, -1);
    throw new Malformed(
      `${path}${name}: ${later.includes(field) ? 'not supported yet' : 'no field of this name'}`,
    );
  }
}

export function readList(value: unknown, path: string, length: number | null): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(`${path}: a list is needed`);
  if (length !== null && value.length !== length) {
    throw new Malformed(`${path}: ${length} entries are needed, found ${value.length}`);
  }
  return value;
}

/** A row of numbers >= 0; where `whenNull` is given, null stands for it. */
export function readRow(value: unknown, path: string, length: number, whenNull?: number): Float64Array {
  return Float64Array.from(readList(value, path, length), (entry, index) => {
    if (entry === null && whenNull !== undefined) return whenNull;
    if (typeof entry === 'number' && Number.isFinite(entry) && entry >= 0) return entry;
    const orNull = whenNull === undefined ? '' : ', or null,';
    throw new Malformed(`${path}[${index}]: a finite number from 0${orNull} is needed`);
  });
}

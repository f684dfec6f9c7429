/** The leaves of the schema: each carries the plain words that say what it expects. */
import * as z from 'zod/mini';
import { manyLinesPattern, oneLinePattern } from './text';

// The page's content security policy forbids `new Function`, which zod would otherwise probe for.
z.config({ jitless: true });

const thousands = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 20 });

/** A finite number within bounds. -0 is read as 0: dividing by it would turn "down" into a negative time. */
export function numberIn(min: number, max: number, what: string): z.ZodMiniNumber {
  const expected = `a number from ${thousands(min)} to ${thousands(max)} (${what})`;
  return z.number(expected).check(
    z.minimum(min, expected),
    z.maximum(max, expected),
    z.overwrite((value) => value + 0),
    z.describe(expected),
  );
}

/** A number above 0 and up to `max`. */
export function positive(max: number, what: string): z.ZodMiniNumber {
  const expected = `a number above 0, at most ${thousands(max)} (${what})`;
  return z.number(expected).check(z.gt(0, expected), z.maximum(max, expected), z.describe(expected));
}

export function integerIn(min: number, max: number, what: string): z.ZodMiniNumber {
  const expected = `a whole number from ${thousands(min)} to ${thousands(max)} (${what})`;
  return z.number(expected).check(
    z.int(expected),
    z.minimum(min, expected),
    z.maximum(max, expected),
    z.overwrite((value) => value + 0),
    z.describe(expected),
  );
}

/** One line of text that shows something. Markup in it is text like any other: nothing ever renders it as HTML. */
export function textLine(max: number, what: string): z.ZodMiniString {
  const expected = `${what}: 1 to ${thousands(max)} characters, no control characters`;
  return z
    .string(expected)
    .check(
      z.maxLength(max, expected),
      z.regex(oneLinePattern, expected),
      z.regex(/\S/u, expected),
      z.describe(expected),
    );
}

/** Text that may be empty and have line breaks and tabs. */
export function textBlock(max: number, what: string): z.ZodMiniString {
  const expected = `${what}: at most ${thousands(max)} characters, no control characters but line breaks and tabs`;
  return z
    .string(expected)
    .check(z.maxLength(max, expected), z.regex(manyLinesPattern, expected), z.describe(expected));
}

export function token(pattern: RegExp, expected: string): z.ZodMiniString {
  return z.string(expected).check(z.regex(pattern, expected), z.describe(expected));
}

export function flag(what: string): z.ZodMiniBoolean {
  const expected = `true or false (${what})`;
  return z.boolean(expected).check(z.describe(expected));
}

export function oneOf<const T extends readonly [string, ...string[]]>(
  values: T,
): z.ZodMiniEnum<{ [K in T[number]]: K }> {
  return z.enum(values, `one of ${values.join(', ')}`);
}

export function list<T extends z.ZodMiniType>(item: T, min: number, max: number, what: string) {
  const expected = `a list of ${thousands(min)} to ${thousands(max)} ${what}`;
  return z.array(item, expected).check(z.minLength(min, expected), z.maxLength(max, expected));
}

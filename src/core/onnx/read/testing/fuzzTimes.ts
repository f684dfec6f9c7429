/**
 * How long files are damaged at random: 20 s in `npm test`, an hour or FUZZ_MINUTES in `npm run test:long`. What is read without
 * complaint goes on to the runtime: in `npm test` some forty models.
 */
const shortS = { models: 12, texts: 8 } as const;
const sharesOfHour = { models: 0.4, texts: 0.4, runtime: 0.2 } as const;

export function shortFuzzMs(what: keyof typeof shortS): number {
  return shortS[what] * 1000;
}

export function longFuzzMs(what: keyof typeof sharesOfHour): number {
  return Number(process.env['FUZZ_MINUTES'] ?? 60) * 60_000 * sharesOfHour[what];
}

/** FUZZ_SEED repeats a long run; each otherwise tries other files, as the time has it [ms]. */
export function longFuzzSeed(nowMs: number): number {
  return Number(process.env['FUZZ_SEED'] ?? nowMs % 2 ** 31);
}

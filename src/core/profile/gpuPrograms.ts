/** GPU programs as ONNX Runtime's WebGPU provider reports them: all runs in one list, in the order of execution. */

export interface ProgramCall {
  /** Name of the node that started it. */
  readonly node: string;
  readonly program: string;
  /** Time on the GPU [s]. */
  readonly seconds: number;
}

/** Whether a kernel's own figure is the time to hand it to the GPU, not the time it takes. */
export function onGpu({ provider }: { readonly provider: string }): boolean {
  return /webgpu/i.test(provider);
}

/**
 * Cuts the list into runs. Every run repeats the same programs, but the first may have more (it prepares weights), so the
 * period is looked for from the end: the longest one that repeats as often as there were runs. Time stamps are no help: the
 * GPU lags behind the CPU by an unknown time. O(n * extra), n programs.
 *
 * @returns one list a run; null where there are no programs or they do not repeat
 */
export function programsByRun(
  programs: readonly ProgramCall[],
  runs: number,
): readonly (readonly ProgramCall[])[] | null {
  if (programs.length < runs || runs === 0) return null;
  const end = programs.length;
  for (let period = Math.floor(end / runs); period >= 1; period -= 1) {
    if (!repeats(programs, period, runs)) continue;
    const first = end - period * (runs - 1);
    return Array.from({ length: runs }, (_, run) =>
      run === 0 ? programs.slice(0, first) : programs.slice(first + (run - 1) * period, first + run * period),
    );
  }
  return null;
}

/** Whether the list ends in runs of `period` programs that are alike, and the first run has all of theirs in their order. */
function repeats(programs: readonly ProgramCall[], period: number, runs: number): boolean {
  const isSame = (a: ProgramCall | undefined, b: ProgramCall | undefined): boolean =>
    a?.node === b?.node && a?.program === b?.program;
  const end = programs.length;
  const second = end - period * (runs - 1);
  for (let i = second + period; i < end; i += 1) if (!isSame(programs[i], programs[i - period])) return false;
  if (runs === 1) return true;
  let next = second;
  for (let i = 0; i < second && next < second + period; i += 1)
    if (isSame(programs[i], programs[next])) next += 1;
  return next === second + period;
}

/** A profile resolves microseconds. */
const finestS = 1e-6;
/** What browsers make time stamps coarse to: Chromium masks the lower 16 bits of nanoseconds, and speaks of 100 us. */
const knownStepsS = [1e-4, 65_536e-9];
/** A clock that steps by less [s] is fine enough not to be looked for. */
const stepsMatterS = 1e-5;
/** So many different times fall on multiples of a step by chance hardly ever. */
const fewestTimes = 3;

/**
 * Step of the clock behind these times [s], which browsers make coarse on GPUs unless told otherwise: a known step, or the
 * smallest difference of two times, that all times are multiples of within the microsecond to which a profile rounds.
 */
export function timestampStepS(times: readonly number[]): number {
  const seen = [...new Set(times)].sort((a, b) => a - b);
  if (seen.length < fewestTimes) return finestS;
  const differences = seen.slice(1).map((time, index) => time - seen[index]!);
  const candidates = [...knownStepsS, Math.min(...differences)].filter((step) => step >= stepsMatterS);
  const isStep = (step: number): boolean =>
    seen.every((time) => Math.abs(time - Math.round(time / step) * step) <= 1.5 * finestS);
  return candidates.find(isStep) ?? finestS;
}

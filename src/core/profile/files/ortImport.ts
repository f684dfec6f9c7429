/** ONNX Runtime's own profile, from a server or a phone, as the times of the current model's blocks. */
import { workloadChain } from '../../model/workloadChain';
import { err, ok, type Result } from '../../result';
import { cleanName, cleanNotes, cut } from '../../scenario/text';
import { bootstrapInterval, mean, median, quantile } from '../../statistics';
import { blockTime } from '../blockTime';
import type { KernelSummary } from '../detailsTypes';
import { mapKernelsToBlocks, type BlockRuns } from '../mapKernelsToBlocks';
import { readOrtEvents, type KernelCall, type KernelRun } from '../parseOrtProfile';
import { steadyWithin } from '../steadiness';
import { isCoarse, stopping } from '../stoppingRule';
import { summariseKernels } from '../summariseKernels';
import type { BlockSample } from '../types';
import { namesOfWorkload, type KnownNames } from './blockNames';
import type { ImportContext, ImportNote, ProfileFileFault, ReadProfiles } from './fileTypes';
import { placeNameless } from './nameless';

/** Times in the file are whole microseconds. */
const fileClockS = 1e-6;
/** Runs that count at most, the latest: more tell nothing new, and intervals of many blocks take their time. */
const mostRuns = stopping.maximumSmallRuns;
/** Fewer blocks than this by name, and it is another model's profile. */
const leastMatched = 0.5;
/** A run is warm once it is this near to what later ones take. */
const warmWithin = 1.1;
/** A day; what takes longer is a slip of a clock or of a pen [s]. */
const longestRunS = 86_400;
const mostKernels = 20_000;
/** Of kernels without a name, as a note tells them. */
const mostNames = 20;
const mostCharacters = 1000;
const seed = 1;

/**
 * Reads the events of a profile (`SessionOptions.enableProfiling` of any ONNX Runtime, on any number of threads) of the current
 * model: the file itself, or an optimised or blocked (NCHWc) form of it.
 */
export function importOrtProfile(
  events: readonly unknown[],
  context: ImportContext,
): Result<ReadProfiles, ProfileFileFault> {
  const parsed = readOrtEvents(events);
  if (!parsed.ok) return parsed;
  const known = namesOfWorkload(context.workload);
  const { kept, dropped } = withoutWarmUp(wholeRuns(parsed.value));
  if (kept.length < stopping.fewestRuns) {
    return err({ kind: 'too-few-runs', found: kept.length, needed: stopping.fewestRuns });
  }
  const named = withNames(kept, known);
  const mapped = mapKernelsToBlocks(named, known.blocks, { blocksFound: 'some' });
  const fault = faultOfNames(kept, named, mapped, known, context);
  if (fault !== null || !mapped.ok) return err(fault!);
  const { runs, lostNames, folded, blockOfCall } = mapped.value;
  const clockS = clockOf(kept);
  const statistic = isCoarse(clockS) || !mediansAdd(runs) ? 'mean' : 'median';
  const unnamedS = secondsOfLost(named, new Set(lostNames));
  const totals = runs.map(sum);
  const notes: readonly ImportNote[] = [
    { kind: 'warm-up-dropped', runs: dropped },
    ...(statistic === 'mean' ? [{ kind: 'means-used' } as const] : []),
    { kind: 'blocks-fused-away', blocks: folded.map((block) => known.blocks[block]!.name) },
    {
      kind: 'kernels-unnamed',
      names: lostNames.slice(0, mostNames),
      share: unnamedS > 0 ? unnamedS / mean(totals) : 0,
    },
  ];
  const chain = workloadChain(context.workload);
  const summary = summariseKernels(kept, blockOfCall, clockS);
  return ok({
    format: 'onnxruntime',
    profiles: [
      {
        id: context.newId,
        deviceId: 'imported',
        deviceName: nameOf(context.fileName),
        modelKey: chain.modelKey,
        modelName: chain.name,
        blocks: samplesOf(runs, statistic, clockS, new Set(folded)),
        source: {
          kind: 'imported',
          format: 'onnxruntime',
          fileName: cleanName(context.fileName) || 'file',
          date: context.date,
          runs: kept.length,
          statistic,
          provider: providerOf(kept),
          unnamedS,
        },
      },
    ],
    details: {
      [context.newId]: {
        ...summary,
        kernels: shownKernels(summary.kernels),
        fallbacks: summary.fallbacks
          .slice(0, mostKernels)
          .map(({ operator, kind }) => ({ operator: shown(operator), kind: shown(kind) })),
        adapter: null,
        endToEndRunsS: wholeTimes(kept),
        heapBytes: null,
        reasons: [],
        foldedBlocks: folded,
        readBackS: null,
      },
    },
    workload: null,
    notes: notes.filter(isWorthAWord),
  });
}

function isWorthAWord(note: ImportNote): boolean {
  switch (note.kind) {
    case 'warm-up-dropped':
      return note.runs > 0;
    case 'means-used':
      return true;
    case 'blocks-fused-away':
      return note.blocks.length > 0;
    case 'kernels-unnamed':
      return note.share > 0;
  }
}

/** Runs with the usual number of kernels: one that was cut off, or failed half way, has fewer. Nonsense times are no run. */
function wholeRuns(runs: readonly KernelRun[]): readonly KernelRun[] {
  const usual = median(runs.map(({ calls }) => calls.length));
  return runs.filter(({ calls }) => calls.length >= usual && secondsOfRun(calls) <= longestRunS);
}

/**
 * What the profiler saw each whole run take, its own work included. None where that is not how long a run takes: on a GPU a run is
 * over when its work was handed over; and of runs whose times make no sense.
 */
function wholeTimes(runs: readonly KernelRun[]): readonly number[] {
  const isTime = ({ clock, seconds }: KernelRun): boolean =>
    clock === 'cpu' && seconds > 0 && seconds <= longestRunS;
  return runs.every(isTime) ? runs.map(({ seconds }) => seconds) : [];
}

const secondsOfRun = (calls: readonly KernelCall[]): number => sum(calls.map(({ seconds }) => seconds));

/** Names as our own JSON takes them back. */
const shown = (text: string): string => cut(cleanNotes(text), mostCharacters);

function shownKernels(kernels: readonly KernelSummary[]): readonly KernelSummary[] {
  return kernels.slice(0, mostKernels).map((kernel) => ({
    ...kernel,
    name: shown(kernel.name),
    kind: shown(kernel.kind),
    provider: shown(kernel.provider),
  }));
}

/**
 * Leading runs are cold (lazy compilation, first allocation): the first one never counts, nor do those before two in a row are
 * within 10 % of what the second half of the runs takes; but at least half of them are kept.
 */
function withoutWarmUp(runs: readonly KernelRun[]): {
  readonly kept: readonly KernelRun[];
  readonly dropped: number;
} {
  const totals = runs.map(({ calls }) => secondsOfRun(calls));
  const settled = median(totals.slice(Math.floor(totals.length / 2)));
  const isWarm = (run: number): boolean => totals[run]! <= settled * warmWithin;
  let cold = Math.min(1, runs.length);
  while (cold < Math.floor(runs.length / 2) && !(isWarm(cold) && isWarm(cold + 1))) cold += 1;
  const kept = runs.slice(cold);
  return { kept: kept.slice(-mostRuns), dropped: cold };
}

/** Kernels of nameless nodes get the name of the block that they belong to. */
function withNames(runs: readonly KernelRun[], { blocks, operators }: KnownNames): readonly KernelRun[] {
  if (operators.length === 0) return runs;
  const mapped = mapKernelsToBlocks(runs, blocks, { blocksFound: 'some' });
  const folded = new Set(mapped.ok ? mapped.value.folded : blocks.keys());
  const found = new Set([...blocks.keys()].filter((block) => !folded.has(block)));
  const lost = mapped.ok
    ? mapped.value.lostNames
    : runs.flatMap(({ calls }) => calls.map(({ name }) => name));
  const placed = placeNameless(runs.at(-1)!, operators, new Set(lost), found);
  if (placed.size === 0) return runs;
  const named = (call: KernelCall): KernelCall => {
    const block = placed.get(call.name);
    return block === undefined ? call : { ...call, name: blocks[block]!.name };
  };
  return runs.map((run) => ({ ...run, calls: run.calls.map(named) }));
}

function faultOfNames(
  asRead: readonly KernelRun[],
  runs: readonly KernelRun[],
  mapped: Result<BlockRuns, { readonly blocks: readonly string[] }>,
  { blocks }: KnownNames,
  { workload }: ImportContext,
): ProfileFileFault | null {
  const matched = mapped.ok ? blocks.length - mapped.value.folded.length : 0;
  if (mapped.ok && matched >= leastMatched * blocks.length && !isMostlyLost(runs, mapped.value)) return null;
  const names = [...new Set(asRead[0]!.calls.map(({ name }) => name))];
  return {
    kind: 'other-model',
    model: workloadChain(workload).name,
    blocks: blocks.length,
    matched,
    expected: blocks.slice(0, 3).map(({ name }) => name),
    found: names.slice(0, 3).map((name) => (name.length > 80 ? `${name.slice(0, 79)}…` : name)),
  };
}

const isMostlyLost = (runs: readonly KernelRun[], { lostNames, runs: perBlock }: BlockRuns): boolean =>
  secondsOfLost(runs, new Set(lostNames)) > (1 - leastMatched) * mean(perBlock.map(sum));

/** Mean of a run [s]. */
function secondsOfLost(runs: readonly KernelRun[], lost: ReadonlySet<string>): number {
  const ofRun = ({ calls }: KernelRun): number =>
    sum(calls.map(({ name, seconds }) => (lost.has(name) ? seconds : 0)));
  return lost.size === 0 ? 0 : mean(runs.map(ofRun));
}

/** A browser's coarse clock shows in the file as zeros beside steps of 100 us. */
function clockOf(runs: readonly KernelRun[]): number {
  const times = runs.flatMap(({ calls }) => calls.map(({ seconds }) => seconds));
  const smallest = times.reduce((least, time) => (time > 0 && time < least ? time : least), Infinity);
  const hasZeros = times.includes(0);
  return hasZeros && Number.isFinite(smallest) ? Math.max(fileClockS, smallest) : fileClockS;
}

/** Medians of the blocks add up to the median of the whole, unless each run stalls in another block. */
function mediansAdd(runs: readonly Float64Array[]): boolean {
  const whole = median(runs.map(sum));
  const parts = sum(columnsOf(runs).map(median));
  return Math.abs(parts / whole - 1) <= steadyWithin.fair;
}

function samplesOf(
  runs: readonly Float64Array[],
  statistic: 'median' | 'mean',
  clockS: number,
  folded: ReadonlySet<number>,
): readonly BlockSample[] {
  const columns = columnsOf(runs);
  const resamples = columns.length > 300 ? 100 : 400;
  return columns.map((column, block): BlockSample => {
    const value = statistic === 'mean' ? mean(column) : median(column);
    if (folded.has(block) || value < clockS) return { time: { belowS: clockS }, intervalS: null };
    const [p90S, minS] = [quantile(column, 0.9), quantile(column, 0)];
    return {
      time: blockTime(value, clockS),
      intervalS: bootstrapInterval(column, { statistic, seed, resamples }),
      p90S,
      // A fastest run that the clock reads as 0 is no time.
      ...(minS > 0 && { minS }),
    };
  });
}

function columnsOf(runs: readonly Float64Array[]): number[][] {
  return Array.from(runs[0]!, (_, block) => runs.map((run) => run[block]!));
}

/** The one that most of the time was spent in; null where the file does not say. */
function providerOf(runs: readonly KernelRun[]): string | null {
  const secondsBy = new Map<string, number>();
  for (const { provider, seconds } of runs.at(-1)!.calls) {
    secondsBy.set(provider, (secondsBy.get(provider) ?? 0) + seconds);
  }
  const [lead] = [...secondsBy].sort(([, a], [, b]) => b - a);
  const name = cleanName(lead?.[0] ?? '');
  return name === '' ? null : name;
}

/** "onnxruntime_profile_2026.json" is called so as a device until the visitor names it. */
export function nameOf(fileName: string): string {
  return cleanName(fileName.replace(/\.(json|csv|tsv|txt)$/i, '')) || 'Imported';
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

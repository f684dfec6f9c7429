/** `npm run profile`: opens, measures, writes. Everything that touches the terminal or a file is passed in. */
import type { NodeRuntime } from '../edge/engine';
import { fileSlug } from '../src/core/fileSlug';
import { workloadChain } from '../src/core/model/workloadChain';
import { writeChromeTrace } from '../src/core/profile/files/chromeTrace';
import { profileToCsv } from '../src/core/profile/files/profileCsv';
import { writeProfileFile } from '../src/core/profile/files/profileFile';
import { stripFile } from '../src/core/profile/files/stripDevice';
import type { ProfileFile } from '../src/core/profile/files/fileTypes';
import { err, ok, type Result } from '../src/core/result';
import { cleanName } from '../src/core/scenario/text';
import type { ModelSource } from '../src/protocol/modelFiles';
import { openForProfile } from './openForProfile';
import type { ProfileArguments } from './profileArguments';
import { measureHere, type MeasuredProfile } from './profileMachine';
import { profileTable } from './profileTable';

export interface Terminal {
  /** Lines that tell how far it is; never part of the result. */
  say(line: string): void;
  /** A line that takes the place of the last of its kind. */
  progress(line: string): void;
  /** ISO 8601. */
  now(): string;
}

export interface ProfileOutcome {
  /** Name of the file, or "-" for standard output. */
  readonly out: string;
  readonly text: string;
  readonly table: string;
}

/** The error is one line. */
export async function profileModel(
  options: ProfileArguments,
  runtime: NodeRuntime,
  terminal: Terminal,
): Promise<Result<ProfileOutcome, string>> {
  const opened = await openForProfile(options, (phase) => terminal.progress(`opening: ${words(phase)}`));
  if (!opened.ok) return opened;
  const source = opened.value;
  const measured: MeasuredProfile[] = [];
  for (const threads of usableThreads(options.threads, runtime, terminal)) {
    const oneThread = measured.find(({ profile }) => threadsOf(profile) === 1)?.profile.source;
    const result = await measureHere(
      {
        runtime,
        source,
        threads,
        deviceName: options.deviceName,
        date: terminal.now(),
        oneThreadS: oneThread?.kind === 'measured' ? oneThread.endToEndS : undefined,
      },
      ({ phase, fraction, runs }) =>
        terminal.progress(
          `${threads} ${threads === 1 ? 'thread' : 'threads'}, ${words(phase)}: ${Math.round(100 * fraction)} %, ${runs} runs`,
        ),
    );
    if (!result.ok) return err(`${threads} threads: ${result.error}`);
    measured.push(result.value);
  }
  return ok(outcomeOf(options, source, measured, terminal.now()));
}

function usableThreads(
  wanted: readonly number[],
  { maxThreads, engine }: NodeRuntime,
  terminal: Terminal,
): readonly number[] {
  if (engine === 'wasm' && wanted.some((threads) => threads > 1)) {
    terminal.say('WebAssembly in Node runs on one thread: measuring one. The native engine takes more.');
    return [1];
  }
  if (wanted.some((threads) => threads > maxThreads)) {
    terminal.say(`This machine has ${maxThreads} cores: more threads than that are not measured.`);
  }
  return [...new Set(wanted.map((threads) => Math.min(threads, maxThreads)))];
}

function outcomeOf(
  { strip, format, out, deviceName }: ProfileArguments,
  { workload }: ModelSource,
  measured: readonly MeasuredProfile[],
  exportedAt: string,
): ProfileOutcome {
  const whole = {
    exportedAt,
    profiles: measured.map(({ profile }) => profile),
    details: Object.fromEntries(measured.map(({ profile, details }) => [profile.id, details])),
    workload,
  };
  const file = strip ? named(stripFile(whole), cleanName(deviceName ?? '')) : whole;
  const chain = workloadChain(workload);
  const names = chain.blocks.map(({ name }) => name);
  const first = file.profiles[0]!;
  const text = {
    json: () => writeProfileFile(file),
    csv: () => profileToCsv(first, names),
    trace: () => writeChromeTrace(first, names, file.details[first.id] ?? null),
  }[format]();
  const ending = { json: 'profile.json', csv: 'profile.csv', trace: 'trace.json' }[format];
  return {
    out: out ?? `${fileSlug(chain.name)}.${ending}`,
    text,
    table: profileTable(file.profiles, names),
  };
}

/** A name that was asked for stays: it is what the others are to read. */
function named<T extends Pick<ProfileFile, 'profiles'>>(file: T, deviceName: string): T {
  if (deviceName === '') return file;
  return { ...file, profiles: file.profiles.map((profile) => ({ ...profile, deviceName })) };
}

const threadsOf = ({ source }: MeasuredProfile['profile']): number | null =>
  source.kind === 'measured' ? source.threads : null;
const words = (phase: string): string => phase.replaceAll('-', ' ');

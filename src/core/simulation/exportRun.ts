/** A run as files: a table with a row for each task, and a trace that chrome://tracing and Perfetto open. */
import { csvFormatRows } from 'd3-dsv';
import { span, type ChromeTrace, type TraceEvent } from '../profile/files/chromeTrace';
import { guarded } from '../profile/files/profileCsv';
import type { Scenario } from '../scenario/types';
import { handoverPartOf } from './handoverCost';
import { laneName, runWords, type RunWords } from './runWords';
import { taskStarts } from './taskStart';
import type { LaneLog, SimulationEvent, SimulationRun } from './types';

/** What every file of a run says of itself. */
const note = (run: SimulationRun): string =>
  `Simulated, not measured: ${run.durationS} s from seed ${run.seed}; results ${run.hash}.`;

/** Tasks, or events of a trace, that one part of a file holds: some milliseconds of work. */
const partLength = 200;

/**
 * RFC 4180 after one line that begins with #. Nine significant digits, seven of what is kept in single precision; empty where there
 * is none: no cell, no plan, no end, no power figures. In parts, because a long run has millions of fields.
 *
 * `task`, counted from 1, starts at `start_s` on `serving_cell`. Then hold: the UE's place `x_m` and `y_m`, `snr_db`, and what the air
 * to that cell gives, `up_mbps` and `down_mbps`. `hindsight_latency_ms` is the least that any split could have taken. Of each
 * strategy: `latency_ms`, what it paid; `handover_ms`, what handovers took of that, empty where a long run kept too little to tell and
 * 0 on an air that follows a trace, in which handovers are; `expected_ms`, what it was decided to take; `regret_ms`, paid less
 * hindsight; `ue_energy_mj`, and with gNBs, IAB nodes and MEC hosts `ue_edge_energy_mj` [mJ]; `plan`, nodes with their blocks from 1.
 */
export function* csvParts(run: SimulationRun, scenario: Scenario): Generator<string> {
  const { tasks } = run;
  const words = runWords(scenario);
  const plans = run.plans.map((plan) => guarded(words.plan(plan)));
  const cells = run.cells.map((cell) => guarded(words.node(cell)));
  const startOf = taskStarts(run);
  const handoverPart = handoverPartOf(run, scenario);
  const head = [
    ...['task', 'start_s', 'serving_cell', 'x_m', 'y_m', 'snr_db', 'up_mbps', 'down_mbps'],
    'hindsight_latency_ms',
    ...tasks.lanes.flatMap(({ lane }) => laneColumns.map((what) => `${lane.replaceAll('-', '_')}_${what}`)),
  ];
  const rowOf = (n: number): string[] => {
    const hindsightS = tasks.hindsightS[n]!;
    const { xM, yM, snrDb, upMbps, downMbps } = startOf(n);
    return [
      String(n + 1),
      digits(tasks.startS[n]!),
      cells[tasks.cell[n]!] ?? '',
      ...[xM, yM, snrDb, upMbps, downMbps].map((value) => digits(value, 7)),
      digits(hindsightS * 1e3),
      ...tasks.lanes.flatMap((log) => [
        digits(log.latencyS[n]! * 1e3),
        digits((handoverPart(log, n) ?? NaN) * 1e3),
        digits(log.expectedS[n]! * 1e3),
        digits((log.latencyS[n]! - hindsightS) * 1e3),
        digits(log.ueEnergyJ[n]! * 1e3),
        digits(log.edgeEnergyJ[n]! * 1e3),
        plans[log.plan[n]!] ?? '',
      ]),
    ];
  };
  yield `# ${note(run)} ${handoverNote}\r\n${textOf([head])}`;
  for (let from = 0; from < tasks.startS.length; from += partLength) {
    const length = Math.min(partLength, tasks.startS.length - from);
    yield textOf(Array.from({ length }, (_, k) => rowOf(from + k)));
  }
}

const handoverNote = 'handover_ms: what handovers took of latency_ms.';

const laneColumns = [
  'latency_ms',
  'handover_ms',
  'expected_ms',
  'regret_ms',
  'ue_energy_mj',
  'ue_edge_energy_mj',
  'plan',
] as const;

/** `csvParts` in one text. */
export function runToCsv(run: SimulationRun, scenario: Scenario): string {
  return [...csvParts(run, scenario)].join('');
}

const textOf = (rows: readonly string[][]): string =>
  `${csvFormatRows([...rows]).replaceAll('\n', '\r\n')}\r\n`;

/** Significant ones, without zeros at the end. */
const digits = (value: number, count = 9): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(count))) : '';

const pid = 1;
/** Threads: events of the UE, then the lanes, the leading one first. */
const ueThread = 1;
/** With more tasks than these in all lanes the trace has the leading lane alone. */
const mostTraced = 70_000;
/** Counters: so many values each, and so many arcs. */
const mostCounted = 2000;
const mostArcs = 50;

/** Each lane with its tasks, events of the UE, and how SNR and the capacities of the arcs in use went. */
export function runToTrace(run: SimulationRun, scenario: Scenario): ChromeTrace {
  return { traceEvents: [...traceEvents(run, scenario)], ...restOfTrace(run) };
}

/** The text of a .json file with `runToTrace`, in parts. */
export function* traceParts(run: SimulationRun, scenario: Scenario): Generator<string> {
  let texts: string[] = [];
  let before = '{"traceEvents":[';
  for (const event of traceEvents(run, scenario)) {
    texts.push(JSON.stringify(event));
    if (texts.length < partLength) continue;
    yield `${before}${texts.join()}`;
    before = ',';
    texts = [];
  }
  yield `${texts.length === 0 ? '' : before}${texts.join()}],${JSON.stringify(restOfTrace(run)).slice(1)}\n`;
}

function isTracedAlone({ tasks: { lanes, startS } }: SimulationRun): boolean {
  return lanes.length * startS.length > mostTraced;
}

function restOfTrace(run: SimulationRun): Omit<ChromeTrace, 'traceEvents'> {
  return {
    displayTimeUnit: 'ms',
    otherData: {
      format: 'splitscape-simulation',
      note: note(run),
      ...(isTracedAlone(run) && {
        lanes: `The leading lane alone: more than ${mostTraced} tasks in all.`,
      }),
    },
  };
}

function* traceEvents(run: SimulationRun, scenario: Scenario): Generator<TraceEvent> {
  const words = runWords(scenario);
  const { lanes } = run.tasks;
  const traced = isTracedAlone(run) ? lanes.slice(-1) : lanes.toReversed();
  const thread = (tid: number, name: string): TraceEvent => ({
    ph: 'M',
    name: 'thread_name',
    pid,
    tid,
    args: { name },
  });
  yield { ph: 'M', name: 'process_name', pid, tid: ueThread, args: { name: `${scenario.name} (simulated)` } };
  yield thread(ueThread, 'UE');
  for (const [k, { lane }] of traced.entries()) yield thread(ueThread + 1 + k, laneName(lane));
  for (const [k, log] of traced.entries()) yield* tasksOf(run, words, log, ueThread + 1 + k);
  for (const event of run.events) yield momentOf(words, event);
  yield* countersOf(run, words);
}

/** A thread shows what follows each other; tasks that overlap go by their number. */
function* tasksOf(
  { tasks, plans }: SimulationRun,
  words: RunWords,
  log: LaneLog,
  tid: number,
): Generator<TraceEvent> {
  const { startS, hindsightS } = tasks;
  const overlaps = startS.some((atS, n) => n > 0 && startS[n - 1]! + log.latencyS[n - 1]! > atS);
  const texts = plans.map((plan) => words.plan(plan));
  const common = { name: laneName(log.lane), cat: 'task', pid, tid };
  for (const [n, atS] of startS.entries()) {
    const latencyS = log.latencyS[n]!;
    const plan = texts[log.plan[n]!] ?? 'none';
    if (latencyS === Infinity) {
      const ts = atS * 1e6;
      yield { ...common, ph: 'i', s: 't', name: 'No end', ts, args: { task: n + 1, plan } };
      continue;
    }
    const { ts, dur } = span(atS * 1e6, (atS + latencyS) * 1e6);
    const args = {
      task: n + 1,
      plan,
      expected_ms: log.expectedS[n]! * 1e3,
      regret_ms: (latencyS - hindsightS[n]!) * 1e3,
    };
    if (!overlaps) {
      yield { ...common, ph: 'X', ts, dur, args };
      continue;
    }
    yield { ...common, ph: 'b', id: n + 1, ts, args };
    yield { ...common, ph: 'e', id: n + 1, ts: ts + dur, args: {} };
  }
}

function momentOf(words: RunWords, event: SimulationEvent): TraceEvent {
  const at = { ph: 'i', s: 't', cat: 'event', pid, tid: ueThread, ts: event.atS * 1e6 } as const;
  switch (event.kind) {
    case 'handover':
      return {
        ...at,
        name: 'Handover',
        args: { from: words.node(event.from), to: words.node(event.to) },
      };
    case 'split-change':
      return { ...at, name: 'Split change', args: { lane: event.lane } };
    case 'limit-broken':
      return {
        ...at,
        name: 'Limit broken',
        args: { lane: event.lane, ...(event.latencyS < Infinity && { latency_ms: event.latencyS * 1e3 }) },
      };
    case 'out-of-range':
      return { ...at, name: 'Out of range', args: { until_s: event.untilS } };
  }
}

function countersOf(run: SimulationRun, words: RunWords): TraceEvent[] {
  const used = new Set(run.plans.flatMap(({ transfers }) => transfers.map(({ arc }) => arc)));
  const arcs = [...used].sort((a, b) => a - b).slice(0, mostArcs);
  return [
    ...counter('SNR [dB]', run.snrDb, run.stepS),
    ...arcs.flatMap((arc) =>
      counter(`${words.arc(run.arcs[arc]!)} [Mbit/s]`, run.capacityMbps[arc]!, run.capacityStepS),
    ),
  ];
}

function counter(name: string, series: Float32Array, stepS: number): TraceEvent[] {
  const every = Math.ceil(series.length / mostCounted);
  const events: TraceEvent[] = [];
  for (let k = 0; k < series.length; k += every) {
    const value = series[k]!;
    if (!Number.isNaN(value)) events.push({ ph: 'C', name, pid, ts: k * stepS * 1e6, args: { value } });
  }
  return events;
}

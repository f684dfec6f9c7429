/** A file of capacities over time on its way into the document. */
import { adoptTrace, whyNoTrace } from '../../../../core/scenario/simulationEdits';
import { mostTraceCharacters, type ReadTrace } from '../../../../core/traffic/trace';
import type { LinkTrace } from '../../../../core/traffic/types';
import type { Scenario } from '../../../../core/scenario/types';
import { simulationOf } from '../../../../core/simulation/settings';
import type { Tools } from '../../../../state/tools';
import type { AppStore } from '../../../../state/useStore';
import type { Description } from '../../../errors/describe';
import { describeSimulationFault } from '../../../errors/describeSimulation';
import { describeTraceFault, describeTraceFile, describeTraceRefusal } from '../../../errors/describeTrace';
import { formatSeconds, formatWhole } from '../../../format';

export type TraceOutcome =
  /** `trace`: as the document has it. */
  | { readonly status: 'adopted'; readonly words: string; readonly trace: LinkTrace }
  | { readonly status: 'refused'; readonly description: Description }
  | { readonly status: 'cancelled' };

/** Too large a file is refused before it is read; a refusal changes nothing, nor does what is cancelled. */
export async function readTraceFile(
  file: File,
  place: Pick<LinkTrace, 'link' | 'direction'>,
  { files }: Pick<Tools, 'files'>,
  store: AppStore,
  signal: AbortSignal,
): Promise<TraceOutcome> {
  const refused = (description: Description): TraceOutcome => ({ status: 'refused', description });
  const text = await files.readText(file, mostTraceCharacters);
  if (!text.ok) return refused(describeTraceFile(text.error));
  const read = await store.getState().readTrace(signal, text.value, file.name);
  if (!read.ok) {
    if (read.error.kind === 'cancelled') return { status: 'cancelled' };
    return refused(
      read.error.kind === 'worker-failed'
        ? describeSimulationFault(read.error)
        : describeTraceFault(read.error),
    );
  }
  if (signal.aborted) return { status: 'cancelled' };
  const trace = { ...read.value.trace, ...place };
  const refusal = whyNoTrace(store.getState().scenario, trace);
  if (refusal !== null) return refused(describeTraceRefusal(refusal));
  store.getState().edit((scenario) => adoptTrace(scenario, trace));
  const adopted = simulationOf(store.getState().scenario).traces.find(isOf(trace)) ?? trace;
  return { status: 'adopted', words: readWords(file.name, read.value), trace: adopted };
}

const isOf =
  ({ direction, link }: Pick<LinkTrace, 'link' | 'direction'>) =>
  (other: LinkTrace): boolean =>
    other.link === link && other.direction === direction;

/** Whether a link still follows it: not after an undo, a removal, or another file in its place. */
export function isFollowed(scenario: Pick<Scenario, 'simulation'>, trace: LinkTrace): boolean {
  const held = simulationOf(scenario).traces.find(isOf(trace));
  return (
    held !== undefined &&
    held.name === trace.name &&
    held.stepS === trace.stepS &&
    held.mbps.length === trace.mbps.length
  );
}

const samplings: Readonly<Record<ReadTrace['sampling'], string>> = {
  kept: 'kept as they are',
  evened: 'brought to an even step by means over time',
  thinned: 'thinned to a wider step by means over time',
};

/** "a.csv: 61 rows over 60 s, kept as they are (one every 1 s). The last one holds for 1 s too: 61 s in all." */
function readWords(name: string, { durationS, medianGapS, rows, sampling, trace }: ReadTrace): string {
  const fromFirstToLast = formatSeconds(durationS - medianGapS);
  return `${name}: ${formatWhole(rows)} rows over ${fromFirstToLast}, ${samplings[sampling]} (one every ${formatSeconds(trace.stepS)}). The last one holds for ${formatSeconds(medianGapS)} too: ${formatSeconds(durationS)} in all.`;
}

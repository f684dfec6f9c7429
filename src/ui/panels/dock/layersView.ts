/** What the Layers chart shows of an answer, and what it says about each mark. */
import { workloadChain } from '../../../core/model/workloadChain';
import type { NodeId } from '../../../core/network/types';
import { secondsOf } from '../../../core/profile/blockTime';
import { profileFor } from '../../../core/profile/profileFor';
import type { BlockSample, Profile } from '../../../core/profile/types';
import type { OwnSplit, Scenario } from '../../../core/scenario/types';
import type { Plan } from '../../../core/solvers/types';
import type { LayersMark } from '../../charts/LayersChart';
import type { Cell, ChartTable } from '../../charts/chartTable';
import type { LayersData } from '../../charts/layersChartTypes';
import { namesOf } from '../../errors/names';
import { blocksPhrase, boundaryPhrase, joinWords, smallerThanInputPhrase } from '../../explain/words';
import { formatBytes, formatMacs, formatSeconds } from '../../format';
import type { NodeColour } from '../../nodeColours';
import { profileTexts } from '../inspector/profileTexts';

export interface LayersView {
  readonly data: LayersData;
  readonly table: ChartTable;
  readonly summary: string;
  readonly describe: (mark: LayersMark) => { readonly title: string; readonly lines: readonly string[] };
}

interface Input {
  readonly scenario: Scenario;
  readonly plan: Plan | null;
  readonly own: OwnSplit;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
  readonly measuredHere: readonly string[];
}

export function layersView({ scenario, plan, own, colours, measuredHere }: Input): LayersView {
  const chain = workloadChain(scenario.workload);
  const names = namesOf(scenario);
  const nodes = [...new Set([...own.nodes, ...(plan?.computeNodes ?? [])])];
  const profiles = nodes.map((id) => {
    const node = scenario.nodes.find((other) => other.id === id);
    return node === undefined ? null : profileFor(scenario, node).profile;
  });
  const data: LayersData = {
    blockNames: chain.blocks.map((block) => block.label),
    rows: nodes.map((id, row) => ({
      id,
      name: names.node(id),
      colour: colours.get(id) ?? 'other',
      seconds: chain.blocks.map((_, block) => timeOf(profiles[row]?.blocks[block])),
    })),
    boundaryBytes: chain.boundaryBytes,
    sourceRow: nodes.includes(scenario.sourceId) ? nodes.indexOf(scenario.sourceId) : null,
    runs: (plan?.legs ?? []).flatMap((leg) =>
      leg.kind === 'compute' ? [{ row: nodes.indexOf(leg.node), from: leg.from, to: leg.to }] : [],
    ),
    own: { rows: own.nodes.map((id) => nodes.indexOf(id)), boundaries: own.boundaries },
  };
  return {
    data,
    table: tableOf(scenario, data),
    summary: summaryOf(data, plan === null),
    describe: (mark) =>
      mark.kind === 'block'
        ? describeBlock(scenario, data, profiles, measuredHere, mark.block)
        : describeCut(scenario, mark.boundary),
  };
}

function timeOf(sample: BlockSample | undefined): number {
  return sample === undefined ? NaN : secondsOf(sample.time);
}

/** "cut after block 12 of 55, 301 kB" */
export function cutText(scenario: Scenario, boundary: number): string {
  const { blocks, boundaryBytes } = workloadChain(scenario.workload);
  const place =
    boundary === 0 ? `before block 1 of ${blocks.length}` : `after block ${boundary} of ${blocks.length}`;
  return `cut ${place}, ${formatBytes(boundaryBytes[boundary] ?? NaN)}`;
}

function describeCut(scenario: Scenario, boundary: number) {
  const { boundaryBytes, blocks } = workloadChain(scenario.workload);
  const bytes = boundaryBytes[boundary] ?? NaN;
  const input = boundaryBytes[0] ?? NaN;
  const times =
    bytes > input
      ? `${formatBytes(bytes - input)} more than the input`
      : `${formatBytes(input - bytes)} less than the input`;
  const inside = boundary > 0 && boundary < blocks.length && bytes !== input;
  const text = cutText(scenario, boundary);
  return { title: text.charAt(0).toUpperCase() + text.slice(1), lines: inside ? [times] : [] };
}

function describeBlock(
  scenario: Scenario,
  data: LayersData,
  profiles: readonly (Profile | null)[],
  measuredHere: readonly string[],
  block: number,
) {
  const chain = workloadChain(scenario.workload);
  const { label, macs } = chain.blocks[block]!;
  const times = data.rows.map((row, index) => {
    const profile = profiles[index];
    const sample = profile?.blocks[block];
    if (!profile || sample === undefined) return `${row.name}: no figure`;
    return `${row.name}: ${sampleText(sample)}, ${profileTexts(profile, measuredHere).badge}`;
  });
  const bytes = formatBytes(chain.boundaryBytes[block + 1]!);
  return {
    title: `Block ${block + 1} of ${chain.blocks.length}: ${label}`,
    lines: [
      ...times,
      `${formatMacs(macs)}; ${bytes} to ship ${boundaryPhrase(block + 1, chain.blocks.length)}`,
    ],
  };
}

function sampleText({ time, intervalS }: BlockSample): string {
  const value = 'seconds' in time ? formatSeconds(time.seconds) : `below ${formatSeconds(time.belowS)}`;
  return intervalS === null
    ? value
    : `${value} (95 %: ${formatSeconds(intervalS[0])} to ${formatSeconds(intervalS[1])})`;
}

function summaryOf(data: LayersData, nothingShown: boolean): string {
  const sizes = smallerThanInputPhrase(data.boundaryBytes);
  if (nothingShown) return `The chosen strategy does not work here; ${sizes}.`;
  const runs = data.runs.map(
    (run) => `${data.rows[run.row]?.name ?? 'a node'} runs ${blocksPhrase(run.from, run.to)}`,
  );
  return `${joinWords(runs)}; ${sizes}.`;
}

function tableOf(scenario: Scenario, data: LayersData): ChartTable {
  const { blocks } = workloadChain(scenario.workload);
  const runner = (block: number): Cell => {
    const run = data.runs.find(({ from, to }) => block >= from && block < to);
    return run === undefined ? null : (data.rows[run.row]?.name ?? null);
  };
  return {
    columns: [
      { name: 'block' },
      { name: 'name' },
      ...data.rows.map((row) => ({ name: `${row.name} (ms)` })),
      { name: 'runs on' },
      { name: 'bytes after it' },
    ],
    rows: [
      [0, 'input', ...data.rows.map(() => null), null, finite(data.boundaryBytes[0])],
      ...blocks.map(({ label }, block): Cell[] => [
        block + 1,
        label,
        ...data.rows.map((row) => finite(row.seconds[block], 1e3)),
        runner(block),
        finite(data.boundaryBytes[block + 1]),
      ]),
    ],
  };
}

function finite(value: number | undefined, factor = 1): Cell {
  return value !== undefined && Number.isFinite(value) ? value * factor : null;
}

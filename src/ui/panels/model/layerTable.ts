/** The layer table of the scenario's model: what each block is, costs and ships, and how long each node takes, with its source. */
import { workloadChain } from '../../../core/model/workloadChain';
import { secondsOf } from '../../../core/profile/blockTime';
import { profileFor } from '../../../core/profile/profileFor';
import type { Scenario } from '../../../core/scenario/types';
import { sizedGraph } from '../../../core/studies/operatorsGraph';
import type { ChartTable } from '../../charts/chartTable';
import { profileTexts } from '../inspector/profileTexts';

interface LayerTime {
  readonly node: string;
  readonly device: string;
  /** "measured here", "modelled" ... */
  readonly source: string;
  /** Of each block [ms]; `below`: shorter than the clock can tell. */
  readonly ms: readonly { readonly value: number; readonly below: boolean }[];
}

export interface LayerTable {
  readonly format: 'splitscape-layers';
  readonly version: 1;
  readonly model: string;
  readonly modelKey: string;
  readonly input: { readonly bytes: number; readonly tensors: readonly string[] };
  readonly blocks: readonly {
    readonly block: number;
    readonly name: string;
    readonly label: string;
    readonly kinds: readonly string[];
    readonly macs: number;
    readonly parameters: number;
    readonly weightBytes: number;
    readonly activationBytes: number;
    /** What crosses a cut after it. */
    readonly boundaryBytes: number;
    readonly boundaryTensors: readonly string[];
  }[];
  readonly times: readonly LayerTime[];
}

export function layerTable(scenario: Scenario, measuredHere: readonly string[]): LayerTable {
  const chain = workloadChain(scenario.workload);
  const kinds: string[][] = chain.blocks.map(() => []);
  for (const { kind, block } of sizedGraph(scenario.workload, 'scenario').operators) kinds[block]!.push(kind);
  return {
    format: 'splitscape-layers',
    version: 1,
    model: chain.name,
    modelKey: chain.modelKey,
    input: { bytes: chain.boundaryBytes[0]!, tensors: chain.boundaryTensors[0]! },
    blocks: chain.blocks.map((block, index) => ({
      block: index + 1,
      name: block.name,
      label: block.label,
      kinds: kinds[index]!,
      macs: block.macs,
      parameters: block.parameters,
      weightBytes: block.weightBytes,
      activationBytes: block.activationBytes,
      boundaryBytes: chain.boundaryBytes[index + 1]!,
      boundaryTensors: chain.boundaryTensors[index + 1]!,
    })),
    times: scenario.nodes.flatMap((node): readonly LayerTime[] => {
      const { profile } = profileFor(scenario, node);
      if (profile === null) return [];
      const { device, badge } = profileTexts(profile, measuredHere);
      const ms = profile.blocks.map(({ time }) => ({
        value: secondsOf(time) * 1e3,
        below: 'belowS' in time,
      }));
      return [{ node: node.name, device, source: badge, ms }];
    }),
  };
}

/** The same as rows: the input first, as a block of nothing that ships itself. */
export function layerRows(table: LayerTable): ChartTable {
  return {
    columns: [
      { name: 'block' },
      { name: 'name' },
      { name: 'kinds' },
      { name: 'MACs' },
      { name: 'parameters' },
      { name: 'weights (bytes)' },
      { name: 'activations (bytes)' },
      { name: 'a cut after it ships (bytes)' },
      { name: 'tensors' },
      ...table.times.map(({ node, device, source }) => ({ name: `${node}, ${device}, ${source} (ms)` })),
    ],
    rows: [
      [
        0,
        'input',
        '',
        0,
        0,
        0,
        0,
        table.input.bytes,
        table.input.tensors.join('; '),
        ...table.times.map(() => null),
      ],
      ...table.blocks.map((block, index) => [
        block.block,
        block.name,
        block.kinds.join('; '),
        block.macs,
        block.parameters,
        block.weightBytes,
        block.activationBytes,
        block.boundaryBytes,
        block.boundaryTensors.join('; '),
        ...table.times.map(({ ms }) => timeCell(ms[index])),
      ]),
    ],
  };
}

/** A time that the clock cannot tell is a bound and says so: it must not be added up as if it were a time. */
function timeCell(
  time: { readonly value: number; readonly below: boolean } | undefined,
): string | number | null {
  if (time === undefined) return null;
  return time.below ? `< ${time.value}` : time.value;
}

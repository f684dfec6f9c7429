import { openingScenario } from '../../../../core/scenario/presets/opening';
import { cellOf } from '../../../../core/split/splitStatistics';
import type { Cell, ExecutionPlan } from '../../../../core/split/types';
import { megabitsPerSecond, milliseconds } from '../../../../core/units';
import { measuredProfile } from '../../../../services/testing/measuredProfile';
import type { SplitReport } from '../../../../state/splitRunTypes';

const [phone] = openingScenario.nodes;
const [radio] = openingScenario.links;
export const mec = openingScenario.nodes.find(({ name }) => name === 'MEC host')!;
export const measuredPhone = measuredProfile('here', openingScenario.workload);

/** The phone computes twelve blocks, the MEC host the rest. */
export const oneCutPlan: ExecutionPlan = {
  stages: [
    { kind: 'part', index: 0, node: phone!.id, from: 0, to: 12, plannedS: 1 },
    {
      kind: 'transfer',
      boundary: 12,
      bytes: 8,
      tensors: ['features'],
      hops: [
        {
          link: radio!.id,
          direction: 'aToB',
          from: phone!.id,
          to: mec.id,
          bitsPerSecond: megabitsPerSecond(1),
          backBitsPerSecond: megabitsPerSecond(1),
          fixedS: milliseconds(1),
        },
      ],
    },
    { kind: 'part', index: 1, node: mec.id, from: 12, to: 55, plannedS: 1 },
  ],
};

/** One second a part and half of one on the link, predicted at a pace of 1.07. */
export function cellAt(bandwidth: number): Cell {
  const run = { stagesS: [1, 0.5, 1], handlingS: 0.1, totalS: 2.6 };
  const part = { kind: 'part', blocksS: 1.07, copiesS: 0, seconds: 1.07, factor: 1 } as const;
  return cellOf({
    plan: oneCutPlan,
    bandwidth,
    predicted: {
      stages: [part, { kind: 'transfer', seconds: 0.5 }, part],
      computeS: 2.14,
      transferS: 0.5,
      handlingS: 0.1,
      totalS: 2.74,
    },
    pace: 1.07,
    unpacedComputeS: 2,
    runs: [run, run, run],
    sentBytes: [8],
    seed: 1,
  });
}

export function reportOf(patch: Partial<SplitReport> = {}): SplitReport {
  return {
    scenario: openingScenario,
    options: {
      repetitions: 3,
      bandwidths: [1],
      scaledLinks: 'all',
      cuts: 'shown',
      speed: 'here',
      profileId: null,
      edgeNode: null,
    },
    plan: oneCutPlan,
    profile: measuredPhone,
    isMeasuredHere: true,
    threads: 1,
    backend: 'wasm',
    pageThreads: null,
    edgeThreads: null,
    cells: [cellAt(1)],
    checks: [],
    costs: null,
    whole: null,
    modelBytes: [],
    ...patch,
  };
}

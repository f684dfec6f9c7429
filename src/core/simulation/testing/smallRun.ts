/** A run of four tasks that was made up, for what reads runs. */
import type { LinkId, NodeId } from '../../network/types';
import type { LaneLog, SimulationRun } from '../types';

const lane = (lane: LaneLog['lane'], latencyS: readonly number[], plan: readonly number[]): LaneLog => ({
  lane,
  latencyS: Float64Array.from(latencyS),
  expectedS: Float64Array.from(latencyS, (seconds) => seconds * 0.5),
  ueEnergyJ: Float64Array.from(latencyS, (seconds) => (seconds === Infinity ? NaN : 2 * seconds)),
  edgeEnergyJ: new Float64Array(latencyS.length).fill(NaN),
  plan: Int32Array.from(plan),
});

/** Of the opening preset: on the phone alone, and cut after block 3 with the cloud. */
export const smallRun: SimulationRun = {
  durationS: 2,
  seed: 7,
  cells: ['gnb' as NodeId],
  stepS: 1,
  xM: Float32Array.of(0, 1, 2),
  yM: new Float32Array(3),
  cell: Int16Array.of(0, 0, 0),
  snrDb: Float32Array.of(20, 10, -30),
  activeUes: [Uint32Array.of(3, 4, 5)],
  arcs: [
    { kind: 'link', link: 'internet' as LinkId, direction: 'aToB' },
    { kind: 'access', cell: 'gnb' as NodeId, direction: 'up' },
    { kind: 'access', cell: 'gnb' as NodeId, direction: 'down' },
  ],
  capacityMbps: [Float32Array.of(10, 20), Float32Array.of(5, 0), Float32Array.of(1, 1)],
  capacityStepS: 1,
  plans: [
    { nodes: ['phone' as NodeId], boundaries: [18], transfers: [] },
    {
      nodes: ['phone' as NodeId, 'cloud' as NodeId],
      boundaries: [3, 18],
      transfers: [
        { arc: 1, boundary: 3 },
        { arc: 0, boundary: 3 },
      ],
    },
  ],
  tasks: {
    startS: Float64Array.of(0, 0.5, 1, 1.5),
    cell: Int16Array.of(0, 0, 0, -1),
    hindsightS: Float64Array.of(0.5, 0.5, 0.25, 0.5),
    lanes: [
      lane('cloud-only', [1, 0.75, Infinity, 0.5], [1, 1, -1, 1]),
      lane('best', [0.5, 0.5, 0.5, 0.5], [0, 1, 1, 0]),
    ],
  },
  events: [
    { kind: 'handover', atS: 0.25, from: 'gnb' as NodeId, to: 'gnb' as NodeId },
    { kind: 'split-change', atS: 0.5, lane: 'best', from: 0, to: 1 },
    { kind: 'limit-broken', atS: 1, lane: 'best', latencyS: 0.5 },
    { kind: 'out-of-range', atS: 1.5, untilS: 2 },
  ],
  eventsLeftOut: 0,
  summaries: [],
  forecasts: null,
  hindsightBounds: 0,
  endedEarlyS: null,
  hash: 'abc',
};

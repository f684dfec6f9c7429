import type { LinkId, NodeId } from '../../network/types';
import type { Profile } from '../../profile/types';
import type { LinkTrace } from '../../traffic/types';
import { workloadChain } from '../../model/workloadChain';
import { adoptProfile, changeNode, changeOwnSplit, changeScenario } from '../edits';
import { toy } from '../presets/toy';
import { adoptTrace, changeLinkShare, changeSimulation, changeWay } from '../simulationEdits';
import type { Scenario, Workload } from '../types';

export const node = (id: string): NodeId => id as NodeId;
export const link = (id: string): LinkId => id as LinkId;

/** A measured profile of a workload, 10 ms a block, the last one below the clock's resolution. */
export function measuredProfile(workload: Workload, id = 'measured-1'): Profile {
  const chain = workloadChain(workload);
  const seconds = 0.01 * (chain.blocks.length - 1) + 4e-6;
  return {
    id,
    deviceId: 'measured',
    deviceName: 'This device',
    modelKey: chain.modelKey,
    modelName: chain.name,
    blocks: chain.blocks.map((_, index) =>
      index === chain.blocks.length - 1
        ? { time: { belowS: 5e-6 }, intervalS: null }
        : { time: { seconds: 0.01 }, intervalS: [0.009, 0.011] as const },
    ),
    source: {
      kind: 'measured',
      date: '2026-11-22T10:00:00.000Z',
      backend: 'wasm',
      threads: 2,
      runs: 30,
      clockS: 5e-6,
      endToEndS: seconds,
      endToEndIntervalS: [seconds * 0.9, seconds * 1.1],
      sumS: seconds,
      factor: 1,
      statistic: 'median',
      steadiness: 'good',
      reason: '',
      deviceDetails: null,
    },
  };
}

export const exampleTrace: LinkTrace = {
  link: link('radio'),
  direction: 'both',
  name: 'drive.csv',
  stepS: 0.5,
  mbps: [2, 0, 1.25],
  loop: true,
};

/** A small document that uses every part of the format. */
export function exampleScenario(): Scenario {
  const start = toy.scenario;
  const measured = adoptProfile(start, node('ue'), measuredProfile(start.workload));
  const withMemory = changeNode(measured, node('mec'), {
    memoryMB: 4000,
    device: { kind: 'catalogue', id: 'pi-4' },
  });
  const split = changeOwnSplit(withMemory, { nodes: [node('ue'), node('cloud')], boundaries: [1, 3] });
  const named = changeScenario(split, { notes: 'Zeile 1\n<b>not markup</b>' });
  const timed = changeSimulation(named, {
    durationS: 12.5,
    radio: { shadowing: { sdDb: 4, decorrelationM: 37 } },
  });
  const driven = changeWay(timed, [
    { xM: 10, yM: -20 },
    { xM: 300, yM: 40.5 },
  ]);
  const shared = changeLinkShare(driven, link('wire'), { meanMbps: 0.9, sdMbps: 0.3, ceilingMbps: 1 });
  return adoptTrace(shared, exampleTrace);
}

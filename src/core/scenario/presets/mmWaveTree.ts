/**
 * HiveMind's mmWave network (IEEE JSAC 2022, section VII): six IAB nodes in 1 km x 1 km, each with a MEC host, MEC hosts
 * 7 and 8 in the core, the cloud behind them. Rates are Table I's mean UE shares at mid load [Mbit/s]. Ours, because the
 * paper does not say: which nodes A to E join, the positions, the access rate (its cap of 200 Mbit/s, which Friis' formula
 * gives with 40 dBm EIRP at 28 GHz up to 190 m), the cloud's GPU (see `cloudGpu`), and the UE's way.
 */
import { defaultSimulation, type SimulationSettings } from '../../simulation/settings';
import type { CatalogueWorkload, Scenario } from '../types';
import { assemble } from './definePreset';
import { sharesOf } from './hivemindShares';

/** No batch-1 figure of a GTX 1080 Ti is published; the RTX 2080 has 0.9 times its peak rate and memory bandwidth. */
export const cloudGpu = 'rtx-2080';

/**
 * The paper's mid load, 40 km/h, and news of the network 27 ms old. The UE starts where it is drawn and passes the cells 1, 2, 3,
 * 6 and 5; 120 s take it there. Its part of a cell's air time is ours: Table I gives it 0.29 of the wireless links A to E in
 * the mean, with a standard deviation of 0.07, which is what is usual here (0.3 and 0.08).
 */
const simulation: SimulationSettings = {
  ...defaultSimulation,
  durationS: 120,
  sciMs: 27,
  mobility: {
    ...defaultSimulation.mobility,
    speedKmh: 40,
    way: [
      { xM: 180, yM: 335 },
      { xM: 240, yM: 200 },
      { xM: 230, yM: 500 },
      { xM: 470, yM: 360 },
      { xM: 800, yM: 470 },
      { xM: 600, yM: 660 },
    ],
  },
  traffic: sharesOf({
    A: [66.49, 19.47, 200],
    B: [71.89, 19.72, 200],
    C: [47.06, 8.95, 200],
    D: [54.03, 11.61, 200],
    E: [48.59, 9.41, 200],
    F: [54.05, 12.94, 400],
    G: [36.03, 8.63, 200],
    H: [18.12, 4.43, 50],
  }),
};

export function mmWaveTree(name: string, notes: string, workload: CatalogueWorkload): Scenario {
  return assemble({
    name,
    notes,
    workload,
    source: 'ue',
    sink: 'cloud',
    radio: 'nr-mmwave',
    simulation,
    nodes: {
      ue: { kind: 'ue', name: 'UE', at: [180, 335], device: 'pi-3b-plus' },
      iab1: { kind: 'iab', name: 'IAB node 1', at: [180, 150], device: 'm1-cpu' },
      iab2: { kind: 'iab', name: 'IAB node 2', at: [180, 540], device: 'm1-cpu' },
      iab3: { kind: 'iab', name: 'IAB node 3', at: [480, 300], device: 'm1-cpu' },
      iab4: { kind: 'iab', name: 'IAB node 4', at: [220, 840], device: 'm1-cpu' },
      iab5: { kind: 'iab', name: 'IAB node 5', at: [560, 700], device: 'm1-cpu' },
      iab6: { kind: 'iab', name: 'IAB donor 6', at: [840, 500], device: 'm1-cpu' },
      mec7: { kind: 'mec', name: 'MEC host 7', at: [1160, 500], device: 'rtx-2080' },
      mec8: { kind: 'mec', name: 'MEC host 8', at: [1440, 500], device: 'rtx-2080' },
      cloud: { kind: 'cloud', name: 'Cloud', at: [1720, 500], device: cloudGpu },
    },
    links: {
      access: { from: 'ue', to: 'iab1', mbps: 200 },
      A: { from: 'iab1', to: 'iab3', mbps: 66.49 },
      B: { from: 'iab2', to: 'iab3', mbps: 71.89 },
      C: { from: 'iab3', to: 'iab6', mbps: 47.06 },
      D: { from: 'iab4', to: 'iab5', mbps: 54.03 },
      E: { from: 'iab5', to: 'iab6', mbps: 48.59 },
      F: { from: 'iab6', to: 'mec7', mbps: 54.05 },
      G: { from: 'mec7', to: 'mec8', mbps: 36.03 },
      H: { from: 'mec8', to: 'cloud', mbps: 18.12 },
    },
  });
}

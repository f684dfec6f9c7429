import { defaultSimulation } from '../../simulation/settings';
import { assemble, definePreset } from './definePreset';

/**
 * Chosen among devices, rates and number formats for a best split that is cut all the way and changes: with 32-bit floats it is
 * cut as well, but hardly ever changes. 60 s at 60 km/h take the phone past all three gNBs.
 */
export const driveBy = definePreset({
  id: 'drive-by',
  name: 'Drive past base stations',
  description:
    'Made for Simulate: a phone drives at 60 km/h past three gNBs, each with a MEC host, and the split of MobileNetV2 moves with it.',
  build: () =>
    assemble({
      name: 'Drive past base stations',
      notes:
        'A slow phone (modelled on a Raspberry Pi 4) drives past three base stations, each with a small computer beside it; ' +
        'the second one’s is faster. Open it in Simulate: simulated so, MobileNetV2 is cut all the way, often twice, and the ' +
        'cuts move with the air and with the base station. The picture travels in its own 8 bits, features as 8-bit numbers. ' +
        'The devices are published measurements; the places, the way and the rates are ours.',
      source: 'phone',
      sink: 'cloud',
      radio: 'nr-mmwave',
      simulation: {
        ...defaultSimulation,
        durationS: 60,
        mobility: {
          ...defaultSimulation.mobility,
          speedKmh: 60,
          way: [
            { xM: 30, yM: 440 },
            { xM: 1070, yM: 440 },
          ],
        },
      },
      nodes: {
        phone: { kind: 'ue', name: 'Phone', at: [30, 440], device: 'pi-4' },
        gnb1: { kind: 'gnb', name: 'gNB 1', at: [200, 300], device: 'jetson-nano' },
        gnb2: { kind: 'gnb', name: 'gNB 2', at: [550, 300], device: 'm1-cpu' },
        gnb3: { kind: 'gnb', name: 'gNB 3', at: [900, 300], device: 'jetson-nano' },
        core: { kind: 'core', name: 'Core', at: [550, 60] },
        cloud: { kind: 'cloud', name: 'Cloud', at: [900, 60], device: 'rtx-3090' },
      },
      links: {
        radio: { from: 'phone', to: 'gnb1', mbps: 200 },
        'fibre-1': { from: 'gnb1', to: 'core', mbps: 400 },
        'fibre-2': { from: 'gnb2', to: 'core', mbps: 400 },
        'fibre-3': { from: 'gnb3', to: 'core', mbps: 400 },
        internet: { from: 'core', to: 'cloud', mbps: 200, propagationMs: 1 },
      },
      workload: {
        kind: 'catalogue',
        architecture: 'mobilenet-v2',
        inputPx: 224,
        width: 1,
        shipped: 'int8',
        rawInput: 'uint8',
      },
    }),
});

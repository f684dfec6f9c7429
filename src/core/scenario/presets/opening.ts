import type { Scenario } from '../types';
import { assemble, definePreset } from './definePreset';

/**
 * Chosen by search over catalogue devices and rates: five different plans appear along the radio link's slider, and at
 * 290 Mbit/s the best one cuts twice and beats every baseline by about a tenth.
 */
export const opening = definePreset({
  id: 'opening',
  name: 'Phone, edge and cloud',
  description:
    'MobileNetV2 split over a phone, an edge computer and a cloud. Drag the radio link and watch the cuts move.',
  build: () =>
    assemble({
      name: 'Phone, edge and cloud',
      notes:
        'A slow phone (modelled on a Raspberry Pi 4) runs MobileNetV2 with the help of a small computer at the base station ' +
        'and a graphics card in the cloud. Picture and features travel as 32-bit floats, our choice: sent in its own 8 bits ' +
        'the picture is so small that the best plan never cuts twice. The devices are published measurements; the rates are ' +
        'ours, chosen so that several plans lie within reach of the radio link’s slider. Energy: published power of the two ' +
        'boards (of the MEC host only its power budget, so its idle power counts as work), and the radio of a mmWave phone.',
      source: 'phone',
      sink: 'cloud',
      radio: 'nr-mmwave',
      nodes: {
        phone: { kind: 'ue', name: 'Phone', at: [0, 0], device: 'pi-4' },
        gnb: { kind: 'gnb', name: 'gNB', at: [280, 0] },
        edge: { kind: 'mec', name: 'MEC host', at: [280, 180], device: 'jetson-nano' },
        core: { kind: 'core', name: 'Core', at: [560, 0] },
        cloud: { kind: 'cloud', name: 'Cloud', at: [840, 0], device: 'rtx-3090' },
      },
      links: {
        radio: { from: 'phone', to: 'gnb', mbps: 290 },
        'edge-fibre': { from: 'gnb', to: 'edge', mbps: 10_000 },
        backhaul: { from: 'gnb', to: 'core', mbps: 400 },
        internet: { from: 'core', to: 'cloud', mbps: 200, propagationMs: 1 },
      },
      workload: {
        kind: 'catalogue',
        architecture: 'mobilenet-v2',
        inputPx: 224,
        width: 1,
        shipped: 'fp32',
        rawInput: 'fp32',
      },
    }),
});

/** What the page opens with. On its own, so that the page can open before the other presets are there. */
export const openingScenario: Scenario = opening.scenario;

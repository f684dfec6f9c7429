import { assemble, definePreset } from './definePreset';

export const fiveNodes = definePreset({
  id: 'five-nodes',
  name: 'Five nodes in a row',
  description:
    'ResNet-18 on the five-node chain of HiveMind’s Fig. 1. With published device times and an 8-bit picture it stays whole: find out why.',
  build: () =>
    assemble({
      name: 'Five nodes in a row',
      notes:
        'The chain of Fig. 1 of the HiveMind paper: a phone, MEC hosts at an IAB node, at the gNB and in the core, and a ' +
        'cloud. Devices and rates are ours. ResNet-18 runs on one node whatever the radio link does, because its 32-bit ' +
        'features are larger than the 8-bit picture they come from. Ship features as int8 and the picture as fp32, and the ' +
        'first two blocks stay on the phone.',
      source: 'phone',
      sink: 'cloud',
      nodes: {
        phone: { kind: 'ue', name: 'Phone', at: [0, 0], device: 'pi-3b-plus' },
        iab: { kind: 'iab', name: 'IAB node', at: [280, 0], device: 'jetson-nano' },
        gnb: { kind: 'gnb', name: 'gNB', at: [560, 0], device: 'm1-cpu' },
        core: { kind: 'core', name: 'Core', at: [840, 0], device: 'ryzen-7-5700g' },
        cloud: { kind: 'cloud', name: 'Cloud', at: [1120, 0], device: 'rtx-3090' },
      },
      links: {
        access: { from: 'phone', to: 'iab', mbps: 100 },
        'wireless-backhaul': { from: 'iab', to: 'gnb', mbps: 200 },
        backhaul: { from: 'gnb', to: 'core', mbps: 100 },
        internet: { from: 'core', to: 'cloud', mbps: 50, propagationMs: 5 },
      },
      workload: {
        kind: 'catalogue',
        architecture: 'resnet-18',
        inputPx: 224,
        width: 1,
        shipped: 'fp32',
        rawInput: 'uint8',
      },
    }),
});

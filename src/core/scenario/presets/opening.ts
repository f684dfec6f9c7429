import { assemble, definePreset } from './definePreset';

export const opening = definePreset({
  id: 'opening',
  name: 'A phone, an edge, a cloud',
  description: 'MobileNetV2 on a slow phone with an edge computer at the base station. Drag the radio link.',
  build: () =>
    assemble({
      name: 'A phone, an edge, a cloud',
      notes: '',
      source: 'phone',
      sink: 'cloud',
      nodes: {
        phone: { kind: 'ue', name: 'Phone', at: [0, 0], device: 'pi-4' },
        gnb: { kind: 'gnb', name: 'gNB', at: [280, 0] },
        edge: { kind: 'mec', name: 'MEC host', at: [280, 180], device: 'pi-5' },
        core: { kind: 'core', name: 'Core', at: [560, 0] },
        cloud: { kind: 'cloud', name: 'Cloud', at: [840, 0], device: 'rtx-3090' },
      },
      links: {
        radio: { from: 'phone', to: 'gnb', mbps: 280 },
        'edge-fibre': { from: 'gnb', to: 'edge', mbps: 10_000 },
        backhaul: { from: 'gnb', to: 'core', mbps: 400 },
        internet: { from: 'core', to: 'cloud', mbps: 400, propagationMs: 1 },
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

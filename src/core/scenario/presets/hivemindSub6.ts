import { assemble, definePreset } from './definePreset';
import { cloudGpu } from './mmWaveTree';

export const hivemindSub6 = definePreset({
  id: 'hivemind-sub6',
  name: 'HiveMind: sub-6 GHz network',
  description:
    'One base station, one MEC host in the core, a cloud: slow links that push the model back to the UE.',
  build: () =>
    assemble({
      name: 'HiveMind: sub-6 GHz network',
      notes:
        'The sub-6 GHz network of the HiveMind paper with the mean UE shares of its Table I. Our reading: A is the access ' +
        'link, B the wireless backhaul to the core, C the wire to the cloud; no propagation delay, and an RTX 2080 in place ' +
        'of the cloud’s GTX 1080 Ti. Lower A, as a busier cell would: the model moves back to the UE, as in the paper’s Fig. 12.',
      source: 'ue',
      sink: 'cloud',
      nodes: {
        ue: { kind: 'ue', name: 'UE', at: [0, 0], device: 'pi-3b-plus' },
        gnb: { kind: 'gnb', name: 'gNB', at: [280, 0] },
        mec: { kind: 'mec', name: 'MEC host', at: [560, 0], device: 'rtx-2080' },
        cloud: { kind: 'cloud', name: 'Cloud', at: [840, 0], device: cloudGpu },
      },
      links: {
        A: { from: 'ue', to: 'gnb', mbps: 33.94 },
        B: { from: 'gnb', to: 'mec', mbps: 33.94, medium: 'wireless' },
        C: { from: 'mec', to: 'cloud', mbps: 18.78 },
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

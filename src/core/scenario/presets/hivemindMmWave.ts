import { definePreset } from './definePreset';
import { mmWaveTree } from './mmWaveTree';

export const hivemindMmWave = definePreset({
  id: 'hivemind-mmwave',
  name: 'HiveMind: mmWave IAB tree',
  description: 'Six IAB nodes with MEC hosts in one square kilometre, two MEC hosts in the core, a cloud.',
  build: () =>
    mmWaveTree(
      'HiveMind: mmWave IAB tree',
      'The mmWave network of the HiveMind paper with the mean UE shares of its Table I and ResNet-18 at an honest 224 px. ' +
        'Ours: which IAB nodes the links A to E join, the positions, the access link at its cap of 200 Mbit/s, no ' +
        'propagation delay, an RTX 2080 in place of the cloud’s GTX 1080 Ti and, in the simulation, the UE’s way, its part of ' +
        'the air time and the background traffic. "All in the cloud" comes close to the 181 ms that the paper reports; ' +
        'ResNet-18 on the UE alone takes far longer here than there, a sign that the paper profiled a smaller picture.',
      {
        kind: 'catalogue',
        architecture: 'resnet-18',
        inputPx: 224,
        width: 1,
        shipped: 'fp32',
        rawInput: 'uint8',
      },
    ),
});

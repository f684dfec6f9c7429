import { definePreset } from './definePreset';
import { mmWaveTree } from './mmWaveTree';

export const hivemindCalibrated = definePreset({
  id: 'hivemind-calibrated',
  name: 'HiveMind: mmWave, calibrated',
  description:
    'The same tree with an 88 px picture, at which ResNet-18’s layers are as large as the paper says.',
  build: () =>
    mmWaveTree(
      'HiveMind: mmWave, calibrated',
      'HiveMind-calibrated: the paper gives ResNet-18 an average layer output of 80 kB, which is what 32-bit features of an ' +
        '88 px picture come to; 224 px would give 517 kB. Everything else is as in the 224 px preset, with the same ' +
        'assumptions of ours about the links A to E, the positions, the access link, the cloud’s GPU, the UE’s way, its part of ' +
        'the air time and the background traffic.',
      {
        kind: 'catalogue',
        architecture: 'resnet-18',
        inputPx: 88,
        width: 1,
        shipped: 'fp32',
        rawInput: 'fp32',
      },
    ),
});

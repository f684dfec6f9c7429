import { assemble, definePreset } from './definePreset';

/** 1 unit of the figure = 1 Mbit = 125,000 B, and 1 s. */
const unitBytes = 125_000;

export const toy = definePreset({
  id: 'three-layers',
  name: 'Three layers by hand',
  description:
    'The toy of HiveMind’s Fig. 2, small enough to check on paper: three layers, three nodes, two links.',
  build: () =>
    assemble({
      name: 'Three layers by hand',
      notes:
        'Fig. 2 of the HiveMind paper with 1 unit = 1 Mbit and 1 s; the result stays where it is made. Drag the link between ' +
        'MEC host and cloud from 1 down to 0.1 Mbit/s. Against one cut between UE and cloud the gain reaches 55.8 %; against ' +
        'the better of one cut to the cloud and one cut to the MEC host it never exceeds 4.0 %, so the toy shows the value ' +
        'of having a MEC host rather than of cutting twice.',
      source: 'ue',
      sink: 'cloud',
      nodes: {
        ue: { kind: 'ue', name: 'UE', at: [0, 0], device: 1 },
        mec: { kind: 'mec', name: 'MEC host', at: [320, 0], device: 3 },
        cloud: { kind: 'cloud', name: 'Cloud', at: [640, 0], device: 10 },
      },
      links: {
        radio: { from: 'ue', to: 'mec', mbps: 2 },
        wire: { from: 'mec', to: 'cloud', mbps: 1 },
      },
      workload: {
        kind: 'custom',
        name: 'Three layers',
        inputBytes: 1.2 * unitBytes,
        blocks: [
          layer('Layer 1', 0.5, 1),
          layer('Layer 2', 1, 4),
          // The figure gives the result no size; it stays, so none is needed.
          layer('Layer 3', 4, 0),
        ],
      },
    }),
});

function layer(name: string, seconds: number, units: number) {
  return {
    name,
    load: { unit: 'seconds', value: seconds },
    bytesOut: units * unitBytes,
    weightBytes: 0,
  } as const;
}

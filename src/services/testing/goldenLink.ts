/**
 * A link as version 1 wrote it, and the document it stands for. Never to be changed: links that people shared must open
 * as long as there are links. A new version adds its own pair beside this one.
 */
export const goldenLink = [
  's=1.tVVNb-M2EP0rxvTKBJRiZbG8NW1RBEWyBeJTFz5Q4thmTZECSdlrBP7vxVCUrDjG3moYlvn15s28N9Q7bJxvZQQBoTM6hkZ2',
  'CAwO6IN2FkTBwMoWQcCfzii0bJGXFgUwsC5iAAHfOrRhIcPCOLul57RpoRyGe2AQEBWILwyC632DzwoEdDtnKVrQdp8mGuN6lXAV',
  '4X5_Bz3ft9eWhj39z6z-zks_XkBwBqfhofCgGwTxPh5pUYbeI2F33m20GQi0lMRGGlPLZmDQ6bslnBm02Dp_enkCURUlg-j7ECmB',
  '6Hs8s8xra-sLq2GQaW1fnzKp8jHTulvy--pCzfbGzMMM4ynORppwCTTWJYeayjQE-y0PKVxV_qQKTR-ia6ngXVKj5OefUEiprhkY',
  'bfczMbxU2gEDOROmnvKXK_f0UncBRFFSuvXK_TqMK84gnNoWo9dNTjCp0cmtjNrZl5BYuwP6HUpFw4IgWlS6b0HAUXs0GAJMddno',
  '2mPmMsSvZ-W5cOFzIh95UJafaFQfafArEgqoLkfn98ZJdavAWZnV0S1q45p9AAbadn18OqWOKTgnTsMSlTYf2GgfIjAYcXurU29i',
  '46wikIM0PYLg92V1ZlAT2rc-kpScwRH1djeGWHIqU8YdAD4Dt7KZoVY8fz5AL6-A-Xl9ZuDqf7GJ-kDoRka0zQnIckYf0J_IJxh7',
  'b4GBO9o3ulso7NjYk3MGrdYMatdbJb1OywUrKUZu1Zn5UsMOvn6-6uth9jUXfqfDIvufQesUmr_wNCn0y9cGiwf-RY6Lrzf0mqkT',
  'dZv6aNRB8Hv-UJxJ04j-IM0biO80x-jnYU2VH8_UaNzxLR3h_OoMdRxZabgTb99XSkaiVvLy8Y4_3PFiVXDB6UuA_xBR2ewxHTvK',
  'QO6LO4-SaC4Z-N4GEGWVSt3sRyKcVwzQqpX7w6q3nFBxmXq-SoxXKbXikdj2bT7Bv9L12UTnqVc5f6wYhCijDpF6K3WNJA-EiFJp',
  'S80rYOscJeZRBnrFwCTe7xilNiHX5XL7Jc1EycVn9WZemLZdm2FYYIuS__i_zFCkdrxWlt3efHPvLRfIEPo2meByYZ_X5_8A',
].join('');

export const goldenScenario: unknown = {
  format: 'splitscape',
  version: 1,
  name: 'Golden, version 1',
  notes: 'Opens as long as version 1 does.',
  seed: 7,
  sourceId: 'phone',
  sinkId: 'cloud',
  nodes: [
    {
      id: 'phone',
      kind: 'ue',
      name: 'Phone',
      xM: 0,
      yM: 0,
      device: {
        kind: 'measured',
        profileId: 'm1',
        fallbackId: 'pi-4',
      },
      memoryMB: 512,
      trusted: true,
    },
    {
      id: 'gnb',
      kind: 'gnb',
      name: 'gNB',
      xM: 260,
      yM: -40.5,
      device: null,
      memoryMB: null,
      trusted: false,
    },
    {
      id: 'cloud',
      kind: 'cloud',
      name: 'Cloud',
      xM: 520,
      yM: 0,
      device: {
        kind: 'custom',
        speed: 20,
      },
      memoryMB: null,
      trusted: true,
    },
  ],
  links: [
    {
      id: 'radio',
      a: 'phone',
      b: 'gnb',
      aToBMbps: 12.5,
      bToAMbps: 50,
      symmetric: false,
      propagationMs: 0,
      overheadMs: 1.5,
      medium: 'wireless',
    },
    {
      id: 'fibre',
      a: 'gnb',
      b: 'cloud',
      aToBMbps: 0,
      bToAMbps: 0,
      symmetric: true,
      propagationMs: 5,
      overheadMs: 0,
      medium: 'wired',
    },
  ],
  workload: {
    kind: 'custom',
    name: 'Two blocks',
    inputBytes: 1000,
    blocks: [
      {
        name: 'first',
        load: {
          unit: 'seconds',
          value: 0.25,
        },
        bytesOut: 200,
        weightBytes: 40,
      },
      {
        name: 'second',
        load: {
          unit: 'macs',
          value: 500000000,
        },
        bytesOut: 4,
        weightBytes: 0,
      },
    ],
  },
  objective: 'latency',
  delivery: 'return',
  ownSplit: {
    nodes: ['phone', 'cloud'],
    boundaries: [1, 2],
  },
  profiles: [
    {
      id: 'm1',
      deviceId: 'measured',
      deviceName: 'This device',
      modelKey: 'custom#9ce1307a',
      modelName: 'Two blocks',
      blocks: [
        {
          time: {
            seconds: 0.031,
          },
          intervalS: [0.03, 0.033],
        },
        {
          time: {
            belowS: 0.0001,
          },
          intervalS: null,
        },
      ],
      source: {
        kind: 'measured',
        date: '2026-03-01T10:00:00.000Z',
        backend: 'wasm',
        threads: 4,
        runs: 25,
        clockS: 0.000005,
        endToEndS: 0.0311,
        endToEndIntervalS: [0.0305, 0.0316],
        sumS: 0.0309,
        factor: 1.0065,
        statistic: 'median',
        steadiness: 'good',
        reason: '',
        deviceDetails: null,
      },
    },
    {
      id: 'custom:20:custom#9ce1307a',
      deviceId: 'custom:20',
      deviceName: 'custom, 20x',
      modelKey: 'custom#9ce1307a',
      modelName: 'Two blocks',
      blocks: [
        {
          time: {
            seconds: 0.0125,
          },
          intervalS: null,
        },
        {
          time: {
            seconds: 0.025,
          },
          intervalS: null,
        },
      ],
      source: {
        kind: 'assumed',
        speed: 20,
      },
    },
  ],
};

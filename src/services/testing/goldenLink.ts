/**
 * Links as each version wrote them, and the documents they stand for today. The links are never to be changed: what people
 * shared must open as long as there are links. A new version adds its own, and says what the older ones became.
 */
const linkOfVersion1 = [
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

const documentOfVersion1 = {
  format: 'splitscape',
  version: 2,
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
      power: null,
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
      power: null,
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
      power: null,
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
  routing: 'any',
  radio: 'nr-low-band',
  goals: {
    weights: { latency: 1, ueEnergy: 1, edgeEnergy: 0, bytes: 0, leakage: 0 },
    limits: { latencyMs: null, ueEnergyMJ: null, edgeEnergyMJ: null, kilobytes: null, leakage: null },
    minimise: 'ue-energy',
  },
  leakage: null,
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

const documentOfVersion2 = {
  ...documentOfVersion1,
  name: 'Golden, version 2',
  notes: 'Opens as long as version 2 does.',
  nodes: documentOfVersion1.nodes.map((node) =>
    node.id === 'phone' ? { ...node, power: { idleW: 0.5, loadW: 3.25 } } : node,
  ),
  delivery: 'sink',
  routing: 'forward',
  radio: 'nr-mmwave',
  goals: {
    weights: { latency: 2, ueEnergy: 0.5, edgeEnergy: 0.25, bytes: 0, leakage: 4 },
    limits: { latencyMs: 250, ueEnergyMJ: null, edgeEnergyMJ: 900, kilobytes: 12.5, leakage: 0.75 },
    minimise: 'edge-energy',
  },
  leakage: [1, 0.5, 0],
};

const linkOfVersion2 = [
  's=2.tVVNb-M2EP0rxvRKB5RsJYhuTbso0iLZAgmwQAMfKGkss6ZIgaTsNQL992IoSpa9xt4aGLH59ebxzZvhJ2yNbYSHHFyrpHel',
  'aBEYHNA6aTTkKQMtGoQc_jCqQs0WcWmRAgNtPDrI4WuL2i2EWyija_qeNi0qg-4OGDjECvIHBs50tsTnCnJod0ZTNCf1PkyUynRV',
  'wK0I9-MT5HzfXmoadvQ7svo7Ln1_gZwzOA1fFR5kiZB_jkcaFK6zSNitNVupBgJNAgy2QqlClAODVi7X0DNosDH29PIEeZakDLzt',
  'nKcLeNshg9Yc0RK8rBR-g5zfZQyUEdU3yFd3adb3LFKvdXEmPgwi8_r1KfJO7yPz5ToAjex1p9ScyTCeqGyFcmcutDhFHXWMcSdZ',
  'h8i_xSHFztKfqFZ2zpuGEtSG7KW8_wmfC2kCnQ0DJfV-lkkrKmmAgZhltZiUEe_m6aVoHeRJSkIU7-bXYZxxBu7UNOitLM9Xt6YV',
  'tfDS6BcXrmAOaHcoKhomBNFgJbsGcjhKiwqdg0mkrSwsRi5D_GKm1ZkLnxO55BGvfEkju6TBr0hUQLocjd2TYW6pHdP0fjSLQply',
  '74CB1G3nn06h3BLOidOwRNLGA1tpnYfBiITbaRkKG0ujKwI5CNUhuTXNegYFoX3tPOWVMziirHdjiDUnmSLuAPAjcCPKGWrG498F',
  '9PoKmPebnoEp_sXSywOhK-FRlycg_yl5QHuikFLvgYE1nZe6prsZexSWSAwWykHbZdMcxYFSWBuhHDEbYoWfIy61sA6_aLT1KVYq',
  'VvVsIs0i4ZArhWIvaoR83ZN7G3mBRglNyYwj4sufYx2cQWnukSTdS2Ui8mDoCZzfPVAKGqllIx3JQMeXOJDqZzs_Ekac-YaBOeo3',
  'atLEZ-yQUxUNvt0wKEynK2FlWE5YSnrHnjcrxND5hoJ_vmqQw-xrNOFOukVsDAwaU6H6C0-TW395LDFZ8QcxLr7e8O7MqV42ocGM',
  'nsz5HV8lPfnboz0I9Qb5B80x-rfakAvHMwUqc3wLRzi_OjO2m-Fxud34K-GJWsrT-yVfLXnynvCc04cA_yGiotxjOHYUjirR7ywK',
  'orlmYDsdkh-kLvcjEc7JULp6N1909RYvlJynnq8uxrNwteSe2HZNPMEf6R0qvbHUtzi_zxg4L7x0nvpM6CBCUyf2KCqpqZHlUBsT',
  'KgKFo7capuT9jl5Iqoigy_lZCDnLU57_mL2ZF6Zt12YYFtgi5d__LzMkoTVdZ5bd3nxz7y0XCOe6Jpjg_JL1m_4_',
].join('');

export const goldenLinks: readonly {
  readonly version: number;
  readonly link: string;
  readonly opensAs: unknown;
}[] = [
  { version: 1, link: linkOfVersion1, opensAs: documentOfVersion1 },
  { version: 2, link: linkOfVersion2, opensAs: documentOfVersion2 },
];

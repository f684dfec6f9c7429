/**
 * Links as each version wrote them; `golden.vN.json` is the document that each stands for today. The links are never to be
 * changed: what people shared must open as long as there are links. A new version adds its own, and says what the older
 * ones became.
 */
import { readFileSync } from 'node:fs';

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

const linkOfVersion3 = [
  's=3.xVddb9s2FP0rxt0rbVCS5dh6a7pgywZ3QZOhwIo80OK1zVoiBZKyExT-78OlJFty0qzdS4EADr_OPTz3i_oKa2NL4SEDVxXKu1xU',
  'CAz2aJ0yGrKEgRYlQga_mUKiZqN2aZQAA208Osjgrwq1Gwk3Koze0O9p00gadBNg4BAlZFcMnKltjrcSMqi2RpM1p_QuTOSFqWXAlYT7',
  '-Suo_r6d0jSs6f-W1V279LSEjDN4bn4k7lWOkH3tjpQoXG2RsCtr1qpoCJQRMFiLoliJvGFQqfEUjgxKLI19Xl5DlkYxA29r5-kC3tbI',
  'oDIHtASvZIGfIOOTlEFhhPwEWTKJ0-ORtdQ3enUm3gxa5psP1y3veNYyH08D0Av2ee28KUmoKqgY8wFDXRdFj-JaFO7MkRZPbDp9O9xO',
  '7obR-3ZInNL4x9VUL9S0_mkc8zmHt_gOJA10HxkUSu96EWCFVAYYiF40rE6KigdzvVxVDrIoJgFXD-ZdM045A_dcluitys_SWFOJjfDK',
  '6KULVzR7tFsUkoYRQZQoVV1CBgdlsUDn4CTiWq0stlwa-6uelmcuvE9kyKO98pBGOqTBL0hIIF0Oxu4o0HreUGVlrMeeI5tUHZVGYkEu',
  'UXqDtrJKU57zKE6m6exqvhCrXOL6cgwMpCodGVgJn28hixgo6bIIsvmRwcaKakurHrUztnFSa7hSua-DOP65ool1YYRPYgrdLVWW7HPE',
  'EjZn80eSsz2lpDufUNrPpoP9g7250fu34aeX8BaL-gePbEWxvjgSzQZH4nTWPyC0o_B9w8ojeU_pqvakGGfRIwNT-3ac0qhCK_yFonTf',
  '6Jyx75vrn3EGKPEjg1LkDrLZgqpWJawo0SNBRjRxQLXZ-uvnULWn0_mFSj1DHxvRTobigaHkZIgPrfALG7xnYWWFzrdnE7frvoHkQpHp',
  '_zGRm3JSqtwaZ9Z-8jsKGdpUV-5erA4JTF-4pCEQpxcUwsSARMo5-XdVmHx3o2VQjBHikSJAVRWGylGFKLLicEtWqZUp7edUHc3qC-Ze',
  '7ekWhfCo82dKRCzUHu0ztWeld3TW1F7pDYEZexBWBjwqjhloOy7Lg9hT_m2MKEIONzTDvx1uFjOo8Uaj3Ty3vQvlpjcRUw1t1WVQoNiJ',
  'DUI2PVJdLtUAbdnp0SEu_-gq_BmU5hackycK0yI3pfoEzidXKXUJpVWpHMlAx8fYkDr2dn6OGHEONEP8H_Q9vV2IVPdwODWJpiyTa0yt',
  'pbAqLEcsIc-0zavXZ8KDoOl3txedrpn90ATaw1a5UdsXGYRC-yeSm4zWT9l_ldhfrhazRAo5685-eLVuh2hqyHlVhgbsMDchvPiEx0eK',
  'Xo92L4p7qgUTHi0YLVAmVQt-32xLg6rNIJqnlC6vwUUv4XiAiwZwVEZOcHzRR1thYQ7twiVc19eb19_rbwkpPKkQ83g2jqJxHD9EPOP0',
  'R4D_kCIi32E4dsDVpgplfWtR0BUiBrbWIRqD2_PdiQoD1PLB3GjZTCX9qdvhneMFhRZP-OzxvGeJQndHk_P0XSdK0ptcduLECwa5KeS9',
  'FzYEJ_Xt-y45covCY9g5pRZtnf9Y08mI3o8M0HlVit4DydVla4wy3lPGRxO6yFrk3tgw4gkxcV545Tw9NMITQmjqQx6FVJpeMhlsjAmF',
  'A4WjRz6cwvtX9EJR4Qj-Oj151EVa9J4cg7R4N3Jo96ER_pyceC0p2qy4SAseT_uBHM2_lRevRvK39vL0O8O-p-DpC4x0srUOwBQSRSdr',
  'I-rkCznr1TSJmjShFGlygL4oXg2Dypq9kvTShvd3f988YV7T-_Oum2ZQa2qmskseHp_DoPkOyWKe_bBLe8FzQrmMnmaBjWL-9HMCKJlM',
  '0xmOr952eFfmIhxH8XfGBiU1juffGRzCuboMsXH-4Ds-Hv8F',
].join('');

const documentOf = (version: number): unknown =>
  JSON.parse(readFileSync(new URL(`golden.v${version}.json`, import.meta.url), 'utf8'));

export const goldenLinks: readonly {
  readonly version: number;
  readonly link: string;
  readonly opensAs: unknown;
}[] = [linkOfVersion1, linkOfVersion2, linkOfVersion3].map((link, index) => ({
  version: index + 1,
  link,
  opensAs: documentOf(index + 1),
}));

import { expect, test } from 'vitest';
import { findDevice } from '../profile/deviceCatalogue';
import { defaultDevice, fallbackDeviceId, freeName, kindNames, linkDefaults } from './nodeDefaults';
import { nodeKinds, type NetworkNode } from './types';

const named = (...names: string[]): NetworkNode[] =>
  names.map((name) => ({ name }) as unknown as NetworkNode);

test('every default device is in the catalogue and suggested for its kind', () => {
  for (const kind of nodeKinds) {
    const device = defaultDevice(kind);
    if (device?.kind === 'catalogue') expect(findDevice(device.id), kind).toBeDefined();
    expect(findDevice(fallbackDeviceId(kind)), kind).toBeDefined();
  }
  expect(nodeKinds.filter((kind) => defaultDevice(kind) === null)).toEqual(['gnb', 'iab']);
});

test('the first of a kind has the plain name, later ones the lowest free number', () => {
  expect(freeName(kindNames.mec, named('UE'))).toBe('MEC host');
  expect(freeName(kindNames.mec, named('MEC host', 'MEC host 3'))).toBe('MEC host 2');
  expect(freeName('MEC host 2', named('MEC host', 'MEC host 2'))).toBe('MEC host 3');
});

test('a number never makes a name too long', () => {
  const long = 'x'.repeat(80);
  const next = freeName(long, named(long));
  expect(next).toBe(`${'x'.repeat(76)} 2`);
});

test('links to a UE are radio, links to the cloud are long, whichever end comes first', () => {
  for (const kind of nodeKinds) {
    expect(linkDefaults('ue', kind)).toMatchObject({ medium: 'wireless', aToBMbps: 200 });
    expect(linkDefaults(kind, 'core')).toEqual(linkDefaults('core', kind));
  }
  expect(linkDefaults('iab', 'gnb').medium).toBe('wireless');
  expect(linkDefaults('gnb', 'mec')).toMatchObject({ medium: 'wired', propagationMs: 0 });
  expect(linkDefaults('mec', 'cloud')).toMatchObject({ medium: 'wired', propagationMs: 5 });
});

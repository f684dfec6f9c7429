import { describe, expect, test } from 'vitest';
import type { NetworkLink } from '../../core/network/types';
import { openingScenario } from '../../core/scenario/presets/presets';
import { arrowOf, capacityText, cargoText, isDown, linkSummary, transferText } from './linkModel';
import { blocksText, deviceTexts, nodeSummary, workTimeText } from './nodeModel';
import { movedText, summaryId } from './screenReaderTexts';
import { distanceText, scaleBar } from './scaleBar';

const [phone, gnb] = openingScenario.nodes;
const link: NetworkLink = openingScenario.links[0]!;
const transfer = { direction: 'aToB', boundary: 6, bytes: 803_000, seconds: 0.012, share: 0.3 } as const;

describe('a node in words', () => {
  test('blocks are counted from one', () => {
    expect(blocksText([{ from: 0, to: 12 }], 55)).toBe('blocks 1–12 of 55');
    expect(blocksText([{ from: 6, to: 7 }], 55)).toBe('block 7 of 55');
    expect(blocksText([{ from: 0, to: 55 }], 55)).toBe('all 55 blocks');
    expect(blocksText([{ from: 0, to: 1 }], 1)).toBe('the one block');
    expect(
      blocksText(
        [
          { from: 0, to: 3 },
          { from: 8, to: 9 },
        ],
        55,
      ),
    ).toBe('blocks 1–3, 9 of 55');
    expect(blocksText([], 55)).toBeNull();
  });

  test('time comes with its part of the whole', () => {
    expect(workTimeText({ ranges: [], seconds: 0.0234, share: 0.4123 })).toBe('23.4 ms, 41 %');
  });

  test('the device says where its figures come from, or why the node only forwards', () => {
    expect(deviceTexts(openingScenario, phone!, [])).toMatchObject({
      device: 'Raspberry Pi 4',
      badge: 'modelled',
    });
    expect(deviceTexts(openingScenario, gnb!, [])).toEqual({ device: 'forwards only', badge: null, how: '' });
    const distrusted = { ...phone!, trusted: false };
    expect(deviceTexts(openingScenario, distrusted, []).device).toBe('not trusted, forwards only');
    const shared = { ...openingScenario, leakage: new Array<number>(56).fill(0.5) };
    expect(deviceTexts(shared, distrusted, [])).toMatchObject({
      device: 'Raspberry Pi 4, not trusted',
      badge: 'modelled',
    });
    expect(deviceTexts({ ...shared, leakage: [1] }, distrusted, []).device).toBe(
      'not trusted, forwards only',
    );
    const unknown = { ...phone!, device: { kind: 'catalogue', id: 'abacus' } as const };
    expect(deviceTexts(openingScenario, unknown, []).device).toBe('unknown device');
  });

  test('the device is worded once as long as nothing it depends on changes', () => {
    const nobody: readonly never[] = [];
    const texts = deviceTexts(openingScenario, phone!, nobody);
    expect(deviceTexts({ ...openingScenario, name: 'Other' }, phone!, nobody)).toBe(texts);
    expect(deviceTexts({ ...openingScenario, profiles: [] }, phone!, nobody)).not.toBe(texts);
  });

  test('a screen reader hears everything that is drawn', () => {
    const texts = { device: 'Raspberry Pi 4', badge: 'measured here', how: '' } as const;
    const work = { ranges: [{ from: 0, to: 12 }], seconds: 0.0234, share: 0.4 };
    expect(nodeSummary(phone!, 'source', texts, work, 55, ['It is warm.'])).toBe(
      'Phone, UE; source; Raspberry Pi 4, measured here; runs blocks 1–12 of 55, 23.4 ms, 40 % of the time; It is warm.',
    );
    const idle = { ...work, ranges: [] };
    expect(nodeSummary(gnb!, null, { ...texts, badge: null, device: 'forwards only' }, idle, 55, [])).toBe(
      'gNB; forwards only; on the route, runs nothing',
    );
  });
});

describe('a link in words', () => {
  test('capacities that differ are shown both ways', () => {
    expect(capacityText({ ...link, aToBMbps: 50, bToAMbps: 50 })).toBe('50 Mbit/s');
    expect(capacityText({ ...link, aToBMbps: 50, bToAMbps: 20 })).toBe('50 / 20 Mbit/s');
    expect(capacityText({ ...link, aToBMbps: 50, bToAMbps: 2000 })).toBe('50 Mbit/s / 2 Gbit/s');
    expect(capacityText({ ...link, aToBMbps: 50, bToAMbps: 0 })).toBe('50 Mbit/s / down');
    expect(capacityText({ ...link, aToBMbps: 0, bToAMbps: 0 })).toBe('down');
  });

  test('only a link that is down both ways is down', () => {
    expect(isDown({ ...link, aToBMbps: 0, bToAMbps: 0 })).toBe(true);
    expect(isDown({ ...link, aToBMbps: 0, bToAMbps: 1 })).toBe(false);
  });

  test('a transfer has bytes and time, and its cargo a name', () => {
    expect(transferText(transfer)).toBe('803 kB, 12 ms');
    expect(cargoText(0, 55)).toBe('the picture');
    expect(cargoText(6, 55)).toBe('features after block 6');
    expect(cargoText(55, 55)).toBe('the result');
  });

  test('arrows point the way things go on screen', () => {
    expect(arrowOf('aToB', 0)).toBe('→');
    expect(arrowOf('bToA', 0)).toBe('←');
    expect(arrowOf('aToB', 90)).toBe('↓');
    expect(arrowOf('bToA', 90)).toBe('↑');
    expect(arrowOf('aToB', -80)).toBe('↑');
    expect(arrowOf('aToB', 180)).toBe('←');
  });

  test('a screen reader hears what crosses it and which way', () => {
    const names = { a: 'Phone', b: 'gNB' };
    expect(
      linkSummary({ ...link, aToBMbps: 50, bToAMbps: 50 }, (end) => names[end], [transfer], 55, []),
    ).toBe('Link Phone – gNB, wireless, 50 Mbit/s; carries features after block 6 to gNB: 803 kB, 12 ms');
  });
});

test('ids from files never break a reference into two', () => {
  expect(summaryId('node', 'a b"c')).toBe('canvas-node-a%20b%22c');
});

test('a move by keys is told in metres', () => {
  expect(movedText(1, 20, -30)).toBe('Moved to 20 m right, -30 m down.');
  expect(movedText(3, 0, 0)).toContain('3 nodes');
});

test('the scale is a round distance that fits', () => {
  expect(scaleBar(1)).toEqual({ metres: 100, px: 100 });
  expect(scaleBar(0.5)).toEqual({ metres: 200, px: 100 });
  expect(scaleBar(0.04).metres).toBe(2000);
  for (let zoom = 0.05; zoom < 3; zoom *= 1.07) {
    expect(scaleBar(zoom).px).toBeLessThanOrEqual(120.000001);
    expect(scaleBar(zoom).px).toBeGreaterThan(45);
  }
  expect(distanceText(500)).toBe('500 m');
  expect(distanceText(2000)).toBe('2 km');
});

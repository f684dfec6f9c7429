import { describe, expect, it } from 'vitest';
import { describeDevice } from './browserFacts';

describe('device details', () => {
  it.each([
    [
      'the product of a Chromium-based browser',
      {
        userAgent: '',
        hardwareConcurrency: 8,
        userAgentData: {
          platform: 'Windows',
          brands: [
            { brand: 'Not=A?Brand', version: '24' },
            { brand: 'Chromium', version: '140' },
            { brand: 'Microsoft Edge', version: '140' },
          ],
        },
      },
      'Microsoft Edge 140, Windows, 8 cores',
    ],
    [
      'Chromium itself',
      {
        userAgent: '',
        hardwareConcurrency: 2,
        userAgentData: { platform: 'Linux', brands: [{ brand: 'Chromium', version: '150' }] },
      },
      'Chromium 150, Linux, 2 cores',
    ],
    [
      'Firefox on Android',
      {
        userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
        hardwareConcurrency: 1,
      },
      'Firefox 140, Android, 1 core',
    ],
    [
      'Safari on a Mac',
      {
        userAgent:
          'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
        hardwareConcurrency: 10,
      },
      'Safari 18, Mac OS X, 10 cores',
    ],
    ['nothing it knows', { userAgent: 'curl' }, 'unknown browser, unknown platform, 1 core'],
  ])('names %s', (_what, facts, expected) => {
    expect(describeDevice(facts)).toBe(expected);
  });
});

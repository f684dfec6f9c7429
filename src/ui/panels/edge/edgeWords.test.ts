import { expect, test } from 'vitest';
import { describeEdgeFailure } from '../../errors/describeEdge';
import { figuresText, lostText, roundTripText, throughputText } from './edgeWords';

test('every failure says what happened and what to do', () => {
  const texts = (
    [
      { kind: 'edge-absent' },
      { kind: 'edge-refused', reason: 'token' },
      { kind: 'edge-refused', reason: 'busy' },
      { kind: 'edge-lost', message: 'The connection was closed' },
      { kind: 'edge-mismatch', found: 2, known: 1 },
    ] as const
  ).map(describeEdgeFailure);
  expect(new Set(texts.map(({ title }) => title)).size).toBe(5);
  for (const { title, action } of texts) {
    expect(title).toMatch(/\.$/);
    expect(action).toMatch(/\.$/);
  }
  expect(texts[3]!.title).toContain('was lost: the connection was closed.');
});

test('measured values come with their spread and how they were taken', () => {
  const rate = { bitsPerSecond: 84e6, low: 80e6, high: 90e6, samples: 5, bytes: 4_096_000 };
  const roundTripS = {
    median: 0.0012,
    p90: 0.002,
    ci95: [0.0011, 0.0013],
    samples: 60,
    tripsPerSample: 3,
  } as const;
  const link = { roundTripS, up: rate, down: rate, measuredAt: '' };
  expect(roundTripText(link)).toBe(
    '1.2 ms (95 % interval 1.1 ms to 1.3 ms, p90 2 ms, 60 samples of 3 round trips each, for this page’s clock)',
  );
  expect(throughputText(rate)).toBe('84 Mbit/s (80 Mbit/s to 90 Mbit/s, 5 blocks of 4.1 MB)');
});

test('up is away from the source, whichever way the link was drawn', () => {
  const figures = { aToBMbps: 10, bToAMbps: 20, propagationMs: 0.6 };
  expect(figuresText(figures, true)).toBe('10 Mbit/s up, 20 Mbit/s down, 0.6 ms each way');
  expect(figuresText(figures, false)).toBe('20 Mbit/s up, 10 Mbit/s down, 0.6 ms each way');
});

test('what plain http loses is said, and how to get it; with all of it nothing is said', () => {
  const words = (isSecure: boolean, crossOriginIsolated: boolean, clockS: number) =>
    lostText({ isSecure, crossOriginIsolated, clockS });
  expect(words(false, false, 1e-3)).toMatch(/no WebGPU.*one thread.*steps by 1 ms\..*--tls/);
  expect(words(true, false, 1e-4)).toMatch(/one thread.*steps by 0\.1 ms\.$/);
  expect(words(true, true, 5e-6)).toBeNull();
});

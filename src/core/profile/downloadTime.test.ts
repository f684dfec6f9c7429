import { describe, expect, it } from 'vitest';
import { downloadSeconds } from './downloadTime';

const file = (startTime: number, responseEnd: number, transferSize = 1300) => ({
  ...{ startTime, responseEnd, transferSize },
  encodedBodySize: 1000,
});

describe('what of a cold start was the network', () => {
  it('is the time in which files came, counted once where they came together', () => {
    const files = [file(400, 900), file(100, 300), file(200, 500), file(250, 260)];
    expect(downloadSeconds(files)).toBeCloseTo(0.8, 12);
  });

  it('is nothing where all came from the cache, be it that the server was asked whether they are fresh', () => {
    expect(downloadSeconds([file(100, 300, 0), file(200, 500, 300)])).toBe(0);
    expect(downloadSeconds([file(100, 300, 0), file(400, 500)])).toBeCloseTo(0.1, 12);
  });

  it('is not known where the browser tells nothing', () => {
    expect(downloadSeconds([])).toBeNull();
    expect(downloadSeconds([{ startTime: 0, responseEnd: 1 }])).toBeNull();
  });
});

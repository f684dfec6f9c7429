import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { describeReasons } from './describeReasons';
import { type PageFacts, unknownPageFacts } from './pageFacts';
import { type Evidence, findReasons } from './reasons';

const random = createRandom(7);
/** 30 runs of about 0.1 s that wobble by 1 %. */
const steady = Array.from({ length: 30 }, () => 0.1 * (1 + 0.02 * (random.next() - 0.5)));

const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  endToEndS: steady,
  runs: 30,
  clockS: 5e-6,
  threads: 1,
  ratio: 1,
  spread: 0.2,
  spellS: [1000, 1010],
  longestPauseS: 0.01,
  oneThreadS: null,
  page: null,
  fallbacks: 0,
  copies: 0,
  isSoftwareGpu: false,
  ...changes,
});
const page = (facts: Partial<PageFacts>): PageFacts => ({ ...unknownPageFacts, ...facts });
const kinds = (changes: Partial<Evidence>) => findReasons(evidence(changes)).map(({ kind }) => kind);
/** Every third run loses whole slices of 8 ms. */
const sliced = steady.map((run, i) => 0.1 + (i % 3 === 0 ? 0 : 0.008 * (1 + (i % 4))) + (run - 0.1) / 100);
/** Every fifth run takes twice as long. */
const tailed = steady.map((run, i) => (i % 5 === 0 ? 2 * run : run));

describe('a good measurement', () => {
  it('has no reasons, whatever the page says', () => {
    const facts = page({
      hidden: [[1000, 1005]],
      battery: { charging: false, level: 0.4 },
      devToolsOpen: true,
    });
    expect(kinds({ spread: 0.05, ratio: 0.96, page: facts })).toEqual([]);
    expect(describeReasons([])).toBe('');
  });

  it('on a software GPU is still said to be on one', () => {
    expect(kinds({ spread: 0.01, isSoftwareGpu: true })).toEqual(['software-adapter']);
  });
});

describe('threads', () => {
  it('that spin for a core show in whole scheduler slices', () => {
    const reasons = findReasons(evidence({ endToEndS: sliced, threads: 2 }));
    expect(reasons[1]).toMatchObject({ kind: 'more-threads-than-cores', threads: 2, speedUp: null });
    expect(reasons[1]?.kind === 'more-threads-than-cores' && reasons[1].inSlices).toBeGreaterThan(0.5);
  });

  it('that are no faster than one are too many, those that are fast are not blamed', () => {
    expect(kinds({ threads: 4, oneThreadS: 0.1 })).toContain('more-threads-than-cores');
    expect(kinds({ threads: 4, oneThreadS: 0.3 })).not.toContain('more-threads-than-cores');
    expect(describeReasons(findReasons(evidence({ threads: 4, oneThreadS: 0.1 })))).toContain(
      '4 threads are 1.0 times as fast as one',
    );
  });

  it('beyond the cores the browser counts are too many', () => {
    expect(kinds({ threads: 4, page: page({ cores: 2 }) })).toContain('more-threads-than-cores');
    expect(kinds({ threads: 2, page: page({ cores: 2 }) })).not.toContain('more-threads-than-cores');
  });

  it('are not blamed for a tail on one thread: that is other work', () => {
    expect(kinds({ endToEndS: tailed })).toEqual(['wide-interval', 'other-work']);
    expect(kinds({ endToEndS: tailed, threads: 2 })).toEqual(['wide-interval', 'more-threads-than-cores']);
  });
});

describe('throttling', () => {
  it('is a slowdown of nearly all of the last third', () => {
    const hot = steady.map((run, i) => run * (1 + (0.3 * i) / 30));
    const reasons = findReasons(evidence({ endToEndS: hot }));
    expect(reasons.map(({ kind }) => kind)).toEqual(['wide-interval', 'throttling']);
    expect(reasons[1]?.kind === 'throttling' && reasons[1].slowDown).toBeCloseTo(1.19, 1);
  });

  it('is neither a device that gets faster nor a few slow runs at the end', () => {
    expect(kinds({ endToEndS: steady.map((run, i) => run * (1.3 - i / 100)) })).not.toContain('throttling');
    expect(kinds({ endToEndS: steady.map((run, i) => (i > 26 ? 2 * run : run)) })).not.toContain(
      'throttling',
    );
  });
});

describe('a hidden page', () => {
  it('is known from the page, as a share of the time', () => {
    const facts = page({
      hidden: [
        [900, 1002],
        [1009, 1500],
      ],
    });
    const [, reason] = findReasons(evidence({ page: facts }));
    expect(reason).toMatchObject({ kind: 'hidden-page' });
    expect(reason?.kind === 'hidden-page' && reason.share).toBeCloseTo(0.3, 9);
    expect(describeReasons(findReasons(evidence({ page: facts })))).toContain('hidden for 30 %');
  });

  it('before or after the runs does not matter', () => {
    expect(
      kinds({
        page: page({
          hidden: [
            [0, 999],
            [1011, 1012],
          ],
        }),
      }),
    ).toEqual(['wide-interval']);
  });

  it('is guessed from a long pause only where nobody could be asked', () => {
    expect(kinds({ longestPauseS: 3 })).toEqual(['wide-interval', 'hidden-page']);
    expect(kinds({ longestPauseS: 3, page: unknownPageFacts })).toEqual(['wide-interval']);
    expect(kinds({ longestPauseS: 0.5 })).toEqual(['wide-interval']);
  });
});

describe('other conditions', () => {
  it('are named with their numbers: battery, developer tools, clock, few runs', () => {
    const facts = page({ battery: { charging: false, level: 0.42 }, devToolsOpen: true });
    const reasons = findReasons(evidence({ page: facts, clockS: 1e-4, runs: 4 }));
    expect(reasons.map(({ kind }) => kind)).toEqual([
      'wide-interval',
      'battery',
      'devtools-open',
      'few-runs',
      'coarse-clock',
    ]);
    const text = describeReasons(reasons);
    for (const part of ['42 % left', 'Developer tools', 'Only 4 runs', '0.1 ms'])
      expect(text).toContain(part);
  });

  it('do not include a battery that is charging or tools that are closed', () => {
    const facts = page({ battery: { charging: true, level: 0.9 }, devToolsOpen: false });
    expect(kinds({ page: facts })).toEqual(['wide-interval']);
  });

  it('include what a GPU leaves to the CPU, only where the blocks do not add up', () => {
    expect(kinds({ spread: 0.01, ratio: 0.7, fallbacks: 18, copies: 36 })).toEqual([
      'apart',
      'cpu-fallbacks',
    ]);
    expect(kinds({ spread: 0.2, ratio: 1, fallbacks: 18, copies: 36 })).toEqual(['wide-interval']);
    expect(
      describeReasons(findReasons(evidence({ spread: 0.01, ratio: 0.7, fallbacks: 1, copies: 2 }))),
    ).toBe(
      'Blocks and whole are 30 % apart. In each run 1 operator ran on the CPU and data was copied 2 times between it and the GPU.',
    );
  });

  it('that explain nothing leave a sentence on what is off', () => {
    const apart = findReasons(evidence({ spread: 0.01, ratio: 0.8 }));
    expect(describeReasons(apart)).toBe('20 % of the time passed outside the blocks.');
    expect(describeReasons(apart, true)).toContain('outside the GPU programs');
    expect(describeReasons(findReasons(evidence({ spread: 0.01, ratio: 1.2 })))).toBe(
      'Measuring the blocks slowed the model by 20 %.',
    );
    expect(describeReasons(findReasons(evidence()))).toMatch(
      /± 20 % only\. The device probably changed its speed/,
    );
  });
});

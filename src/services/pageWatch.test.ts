import { describe, expect, it } from 'vitest';
import { createPageWatch, guessDevTools, type WatchedPage } from './pageWatch';

function setUp(navigator: WatchedPage['navigator'] = {}) {
  const visibility: Pick<Document, 'visibilityState'> = { visibilityState: 'visible' };
  const document: WatchedPage['document'] & { visibilityState: DocumentVisibilityState } = Object.assign(
    new EventTarget(),
    visibility,
  );
  const clock = { s: 100 };
  const frame = { outerWidth: 1440, outerHeight: 900, innerWidth: 1440, innerHeight: 790 };
  const watch = createPageWatch({ document, navigator, frame: () => frame, now: () => clock.s });
  const turn = (state: DocumentVisibilityState, s: number): void => {
    clock.s = s;
    document.visibilityState = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { watch, turn, clock, document };
}

describe('watching the page', () => {
  it('notes when it was hidden, the spell that still lasts included', async () => {
    const { watch, turn, clock } = setUp();
    watch.start();
    turn('hidden', 110);
    turn('visible', 112);
    turn('hidden', 120);
    clock.s = 125;
    expect((await watch.read()).hidden).toEqual([
      [110, 112],
      [120, 125],
    ]);
  });

  it('counts a page that is hidden from the start, and a second start for nothing', async () => {
    const { watch, turn, document } = setUp();
    document.visibilityState = 'hidden';
    watch.start();
    watch.start();
    turn('visible', 130);
    expect((await watch.read()).hidden).toEqual([[100, 130]]);
  });

  it('knows nothing of a battery where there is none to ask, or asking is forbidden', async () => {
    expect((await setUp().watch.read()).battery).toBeNull();
    const forbidden = setUp({ getBattery: () => Promise.reject(new Error('policy')) });
    expect((await forbidden.watch.read()).battery).toBeNull();
    const asked = setUp({ getBattery: () => Promise.resolve({ charging: false, level: 0.4 }) });
    expect((await asked.watch.read()).battery).toEqual({ charging: false, level: 0.4 });
  });
});

describe('a guess at developer tools', () => {
  const plain = { outerWidth: 1440, outerHeight: 900, innerWidth: 1440, innerHeight: 790 };
  it.each([
    ['a plain window', plain, false],
    ['a page zoomed to 150 %', { ...plain, innerWidth: 960, innerHeight: 527 }, false],
    ['tools docked beside the page', { ...plain, innerWidth: 900 }, true],
    ['tools docked below it', { ...plain, innerHeight: 450 }, true],
    ['a window without a frame', { outerWidth: 0, outerHeight: 0, innerWidth: 800, innerHeight: 600 }, null],
    ['a phone', { outerWidth: 360, outerHeight: 740, innerWidth: 360, innerHeight: 640 }, null],
  ])('for %s', (_, frame, expected) => {
    expect(guessDevTools(frame)).toBe(expected);
  });
});

/** What a page does with its thread and its frames, seen from inside while a hand works on it. */
import type { Page } from '@playwright/test';

/**
 * Runs in the page from its beginning, as text because the compiler behind tsx wraps named functions in a helper that the page does
 * not have. A message posted inside a frame callback arrives after that frame's style, layout and paint.
 */
const watcher = `(() => {
  const watch = { longTasks: [], painted: [], waiting: [], kinds: [], frames: [], isWatching: false };
  window.pageWatch = watch;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const start of watch.waiting.splice(0)) watch.painted.push(now - start);
  };
  const note = (event) => {
    if (watch.isWatching && watch.kinds.includes(event.type)) watch.waiting.push(event.timeStamp);
  };
  for (const kind of ['pointerdown', 'pointerup', 'pointermove', 'keydown']) {
    document.addEventListener(kind, note, true);
  }
  const onFrame = (now) => {
    if (watch.isWatching) watch.frames.push(now);
    if (watch.waiting.length > 0) channel.port2.postMessage(null);
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
})()`;

export type WatchedEvent = 'pointerdown' | 'pointerup' | 'pointermove' | 'keydown';

export interface Watched {
  /** From each watched event to the end of the frame after it [ms]. */
  readonly paintedMs: readonly number[];
  /** Tasks of the page's thread that took longer than 50 ms [ms]. */
  readonly longTasksMs: readonly number[];
  /** From one frame to the next [ms]. */
  readonly framesMs: readonly number[];
}

interface PageWatch {
  readonly longTasks: [startMs: number, ms: number][];
  readonly painted: number[];
  readonly waiting: number[];
  readonly frames: number[];
  kinds: readonly string[];
  isWatching: boolean;
}

/** Before the page is opened. */
export async function addWatch(page: Page): Promise<void> {
  await page.addInitScript(watcher);
}

/** What the page did while `act` went on, and in the half second after it: observers hear of long tasks late. */
export async function watched(
  page: Page,
  kinds: readonly WatchedEvent[],
  act: () => Promise<void>,
): Promise<Watched> {
  await page.evaluate((wanted) => {
    const { pageWatch } = window as unknown as { pageWatch: PageWatch };
    for (const list of [pageWatch.longTasks, pageWatch.painted, pageWatch.waiting, pageWatch.frames]) {
      list.length = 0;
    }
    pageWatch.kinds = wanted;
    pageWatch.isWatching = true;
  }, kinds);
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { pageWatch } = window as unknown as { pageWatch: PageWatch };
    pageWatch.isWatching = false;
    return {
      paintedMs: [...pageWatch.painted],
      longTasksMs: pageWatch.longTasks.map((task) => task[1]),
      framesMs: pageWatch.frames.slice(1).map((at, k) => at - pageWatch.frames[k]!),
    };
  });
}

/** What only the page knows while a worker measures: whether it was hidden, the battery, perhaps the developer tools. */
import type { PageFacts } from '../protocol/profilerApi';

export interface PageWatch {
  /** Starts to note when the page is hidden; again: nothing happens. */
  readonly start: () => void;
  readonly read: () => Promise<PageFacts>;
}

/** What is read of the browser; tests pass their own. */
export interface WatchedPage {
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
  readonly navigator: {
    readonly hardwareConcurrency?: number;
    /** Chromium in secure contexts only. */
    readonly getBattery?: () => Promise<{ readonly charging: boolean; readonly level: number }>;
  };
  readonly frame: () => WindowFrame;
  /** Unix time [s]. */
  readonly now: () => number;
}

/** Sizes of the window [px]: outer in screen pixels, inner in those of the page, which zooming makes larger. */
export interface WindowFrame {
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly innerWidth: number;
  readonly innerHeight: number;
}

/** Spells kept: a page that is hidden more often is not worth counting on. */
const spellsKept = 100;

export function createPageWatch({ document, navigator, frame, now }: WatchedPage): PageWatch {
  const hidden: (readonly [number, number])[] = [];
  let hiddenSince: number | null = null;
  let started = false;

  const look = (): void => {
    const isHidden = document.visibilityState === 'hidden';
    if (isHidden && hiddenSince === null) hiddenSince = now();
    if (!isHidden && hiddenSince !== null) {
      hidden.push([hiddenSince, now()]);
      if (hidden.length > spellsKept) hidden.shift();
      hiddenSince = null;
    }
  };

  return {
    start: () => {
      if (started) return;
      started = true;
      look();
      document.addEventListener('visibilitychange', look);
    },
    read: async () => ({
      hidden: hiddenSince === null ? [...hidden] : [...hidden, [hiddenSince, now()]],
      cores: navigator.hardwareConcurrency ?? null,
      battery: await readBattery(navigator),
      devToolsOpen: guessDevTools(frame()),
    }),
  };
}

async function readBattery({ getBattery }: WatchedPage['navigator']): Promise<PageFacts['battery']> {
  try {
    const battery = await getBattery?.();
    return battery === undefined ? null : { charging: battery.charging, level: battery.level };
  } catch {
    // A policy may forbid it.
    return null;
  }
}

/** A browser's bars above the page take no more than this [px]... */
const tallestBars = 250;
/** ...and no less than this, rounding of the zoom factor included. */
const lowestBars = -40;
/** Smaller windows are dialogs, phones and split screens: nothing can be told. */
const smallestWindow = 500;

/**
 * Whether developer tools seem to be docked to the window; null where nothing can be told. Zoom is outer over inner width
 * while nothing is docked beside the page; then what is left of the height are the browser's bars, and neither a negative
 * height (docked beside) nor a great one (docked below) can be.
 */
export function guessDevTools({
  outerWidth,
  outerHeight,
  innerWidth,
  innerHeight,
}: WindowFrame): boolean | null {
  if (outerWidth < smallestWindow || outerHeight < smallestWindow || innerWidth <= 0) return null;
  const bars = outerHeight - innerHeight * (outerWidth / innerWidth);
  return bars > tallestBars || bars < lowestBars;
}

/** The browser's own page. */
export function watchedPage(): WatchedPage {
  const facts: WatchedPage['navigator'] = navigator;
  return {
    document,
    navigator: {
      hardwareConcurrency: navigator.hardwareConcurrency,
      ...(facts.getBattery === undefined ? {} : { getBattery: () => facts.getBattery!.call(navigator) }),
    },
    frame: () => window,
    now: () => Date.now() / 1e3,
  };
}

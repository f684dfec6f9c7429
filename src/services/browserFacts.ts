import { findClockStepS } from '../core/clockStep';
import type { BrowserFacts } from './types';

/** The part of `navigator` that says what this device is. `userAgentData` exists in Chromium only. */
export interface NavigatorFacts {
  readonly userAgent: string;
  readonly hardwareConcurrency?: number;
  /** Chromium in secure contexts only. */
  readonly deviceMemory?: number;
  readonly userAgentData?: {
    readonly brands: readonly { readonly brand: string; readonly version: string }[];
    readonly platform: string;
  };
}

/** Finds what this browser can do. Takes a few milliseconds: it waits for the clock to tick. */
export function findBrowserFacts(): BrowserFacts {
  return {
    crossOriginIsolated: window.crossOriginIsolated,
    cores: coresOf(navigator),
    clockS: findClockStepS(() => performance.now()),
    isSecure: window.isSecureContext,
    memoryGiB: memoryOf(navigator),
    deviceDetails: describeDevice(navigator),
    isMac: /Mac|iPhone|iPad/.test(navigator.userAgent),
    pageUrl: window.location.href.replace(/#.*$/, ''),
  };
}

function coresOf(facts: NavigatorFacts): number {
  return Math.max(1, facts.hardwareConcurrency ?? 1);
}

function memoryOf({ deviceMemory }: NavigatorFacts): number | null {
  return deviceMemory !== undefined && deviceMemory > 0 ? deviceMemory : null;
}

/** Browser with its main version, platform, cores: "Chromium 156, Linux, 2 cores". */
export function describeDevice(facts: NavigatorFacts): string {
  const cores = coresOf(facts);
  return `${browserOf(facts)}, ${platformOf(facts)}, ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}

function browserOf(facts: NavigatorFacts): string {
  const brands = (facts.userAgentData?.brands ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  // Chromium-based browsers list Chromium and themselves: the product says more.
  const brand = brands.find((candidate) => candidate.brand !== 'Chromium') ?? brands[0];
  if (brand !== undefined) return `${brand.brand} ${brand.version}`;
  // The order matters: Edge and Opera also say Chrome, Chrome also says Safari.
  const known: readonly [string, RegExp][] = [
    ['Firefox', /Firefox\/(\d+)/],
    ['Edge', /Edg\w*\/(\d+)/],
    ['Opera', /OPR\/(\d+)/],
    ['Chrome', /Chrome\/(\d+)/],
    ['Safari', /Version\/(\d+)[^ ]* .*Safari/],
  ];
  for (const [name, pattern] of known) {
    const version = pattern.exec(facts.userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return 'unknown browser';
}

function platformOf(facts: NavigatorFacts): string {
  const platform = facts.userAgentData?.platform ?? '';
  if (platform !== '') return platform;
  // Android says Linux too, and iPads say Mac OS X: the specific names first.
  const known = /Android|iPhone|iPad|CrOS|Windows|Mac OS X|Linux/.exec(facts.userAgent)?.[0];
  return known ?? 'unknown platform';
}

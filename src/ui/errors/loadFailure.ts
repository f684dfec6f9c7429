/** Parts of the page come as files of their own; one that did not arrive is no fault, and drawing it again does not fetch it. */
import type { Description } from './describe';

/** What Chromium, Firefox, Safari and the bundler's loader say when a part did not arrive. */
const messages =
  /failed to fetch dynamically imported module|error loading dynamically imported module|importing a module script failed|unable to preload css/i;

export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && messages.test(error.message);
}

/** `panel` starts a sentence: "The dock". */
export function describeLoadFailure(panel: string): Description {
  return {
    title: `${panel} could not be loaded.`,
    action: 'The connection failed, or the page has a newer version by now. Reload it; the scenario is kept.',
  };
}

import type { ColdStart } from '../../../core/profile/types';
import { formatSeconds } from '../../format';

/** Load, create and first run as text; a dash where it was not kept, "was there" where nothing had to be loaded. */
export function coldStartTexts(coldStart: ColdStart | undefined): readonly [string, string, string] {
  if (coldStart === undefined) return ['–', '–', '–'];
  const { createS, firstRunS, loadS } = coldStart;
  return [
    loadS === null ? 'was there' : formatSeconds(loadS),
    formatSeconds(createS),
    formatSeconds(firstRunS),
  ];
}

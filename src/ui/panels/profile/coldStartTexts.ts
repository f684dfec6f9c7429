import type { ColdStart } from '../../../core/profile/types';
import { formatSeconds } from '../../format';

/**
 * Download, start, create and first run as text. A dash where it was not kept: of the download alone, it is part of the start
 * then. "was there" where nothing had to be loaded.
 */
export function coldStartTexts(
  coldStart: ColdStart | undefined,
): readonly [download: string, start: string, create: string, firstRun: string] {
  if (coldStart === undefined) return ['–', '–', '–', '–'];
  const { createS, downloadS, firstRunS, loadS } = coldStart;
  const rest = [formatSeconds(createS), formatSeconds(firstRunS)] as const;
  if (loadS === null) return ['was there', 'was there', ...rest];
  if (downloadS === undefined) return ['–', formatSeconds(loadS), ...rest];
  const startS = loadS - downloadS;
  return [
    downloadS > 0 ? formatSeconds(downloadS) : 'from the cache',
    startS > 0 ? formatSeconds(startS) : '–',
    ...rest,
  ];
}

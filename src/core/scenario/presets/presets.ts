import type { Preset } from './definePreset';
import { driveBy } from './driveBy';
import { fiveNodes } from './fiveNodes';
import { hivemindCalibrated } from './hivemindCalibrated';
import { hivemindMmWave } from './hivemindMmWave';
import { hivemindSub6 } from './hivemindSub6';
import { opening, openingScenario } from './opening';
import { toy } from './toy';

export type { Preset };
export { openingScenario };

/** In the order of the list on screen. */
export const presets: readonly Preset[] = [
  opening,
  driveBy,
  toy,
  fiveNodes,
  hivemindMmWave,
  hivemindCalibrated,
  hivemindSub6,
];

import type { Scenario } from '../types';
import type { Preset } from './definePreset';
import { fiveNodes } from './fiveNodes';
import { hivemindCalibrated } from './hivemindCalibrated';
import { hivemindMmWave } from './hivemindMmWave';
import { hivemindSub6 } from './hivemindSub6';
import { opening } from './opening';
import { toy } from './toy';

export type { Preset };

/** In the order of the list on screen. */
export const presets: readonly Preset[] = [
  opening,
  toy,
  fiveNodes,
  hivemindMmWave,
  hivemindCalibrated,
  hivemindSub6,
];

/** What the page opens with. */
export const openingScenario: Scenario = opening.scenario;

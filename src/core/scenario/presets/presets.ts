import type { Scenario } from '../types';
import type { Preset } from './definePreset';
import { opening } from './opening';

export type { Preset };

export const presets: readonly Preset[] = [opening];

/** What the page opens with. */
export const openingScenario: Scenario = opening.scenario;

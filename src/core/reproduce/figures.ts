/** Every figure of HiveMind's evaluation that is reproduced, in the paper's order. */
import { figure2 } from './figure2';
import { figure6 } from './figure6';
import { figure11 } from './figure11';
import { figure12 } from './figure12';
import { figure13 } from './figure13';
import { figure14 } from './figure14';
import { figure15 } from './figure15';
import { figure16 } from './figure16';
import { figure17 } from './figure17';
import { figure18 } from './figure18';
import { figure19 } from './figure19';
import type { Figure } from './types';

export const figures: readonly Figure[] = [
  figure2,
  figure6,
  figure11,
  figure12,
  figure13,
  figure14,
  figure15,
  figure16,
  figure17,
  figure18,
  figure19,
];

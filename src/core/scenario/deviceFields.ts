/** What nodes and profiles both say of a device. */
import * as z from 'zod/mini';
import { numberIn, token } from './fields';
import { limits } from './limits';

/** Profile ids, model keys and catalogue ids are made by the program: printable ASCII without spaces. */
export const key = token(/^[\x21-\x7e]{1,200}$/, 'a key of 1 to 200 printable characters without spaces');

export const memory = (otherwise: string) =>
  z.nullable(numberIn(0, limits.memoryMB, `MB, or null ${otherwise}`));

export const watts = numberIn(0, limits.powerW, 'watts');

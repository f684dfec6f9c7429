import { limits } from '../scenario/limits';

/** A place on the plan [m]; x to the right, y down. */
export interface Position {
  readonly xM: number;
  readonly yM: number;
}

/** Step of the snapping grid [m]. */
export const gridM = 20;

const origin: Position = { xM: 0, yM: 0 };

const clamp = (value: number, instead: number): number =>
  Number.isNaN(value) ? instead : Math.min(limits.positionM, Math.max(-limits.positionM, value)) + 0;

/** The nearest position inside the plan; a coordinate that is not a number is taken from `instead`. */
export function clampPosition({ xM, yM }: Position, instead: Position = origin): Position {
  return { xM: clamp(xM, instead.xM), yM: clamp(yM, instead.yM) };
}

/** The nearest point of a grid with this step [m]. */
export function snapPosition({ xM, yM }: Position, stepM: number = gridM): Position {
  return clampPosition({ xM: Math.round(xM / stepM) * stepM, yM: Math.round(yM / stepM) * stepM });
}

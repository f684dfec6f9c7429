import { createContext, useContext } from 'react';

interface WayEditingState {
  readonly isOn: boolean;
  /** The corner that has, or had, the focus: a new one comes after it. */
  readonly corner: number | null;
  readonly turn: (isOn: boolean) => void;
  readonly choose: (corner: number | null) => void;
}

export const WayEditingContext = createContext<WayEditingState | null>(null);

export function useWayEditing(): WayEditingState {
  const editing = useContext(WayEditingContext);
  if (editing === null)
    throw new Error('WayEditing is missing: the way is edited on the canvas of Simulate only.');
  return editing;
}

import { useMemo, useState, type ReactNode } from 'react';
import { WayEditingContext } from './wayEditingContext';

/** Whether the way is being edited on the plan: the bar turns it on, the plan draws its corners. */
export function WayEditing({ children }: { readonly children: ReactNode }) {
  const [isOn, turn] = useState(false);
  const [corner, choose] = useState<number | null>(null);
  const value = useMemo(() => ({ isOn, corner, turn, choose }), [isOn, corner]);
  return <WayEditingContext value={value}>{children}</WayEditingContext>;
}

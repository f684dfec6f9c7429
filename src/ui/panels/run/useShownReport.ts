import { useEffect, useRef, type RefObject } from 'react';
import type { SplitRun } from '../../../state/splitRunTypes';

/** Brings the report into sight when a run that was watched has ended: whoever pressed the button waits for it. */
export function useShownReport(status: SplitRun['status']): RefObject<HTMLDivElement | null> {
  const report = useRef<HTMLDivElement>(null);
  const before = useRef(status);
  useEffect(() => {
    const hasEnded = before.current === 'running' && status === 'done';
    before.current = status;
    if (hasEnded) report.current?.scrollIntoView({ block: 'start' });
  }, [status]);
  return report;
}

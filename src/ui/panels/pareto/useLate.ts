import { useEffect, useState } from 'react';

/** Below this an answer comes so soon that dimming would only flicker. */
const patienceMs = 150;

/** Whether something has been running for a while. */
export function useLate(isRunning: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isRunning]);
  return isRunning && late;
}

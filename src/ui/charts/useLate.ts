import { useEffect, useState } from 'react';

/** Below this an answer comes so soon that dimming would only flicker. */
const patienceMs = 150;

/** Whether something has been running for long enough that what is on screen should be dimmed. */
export function useLate(running: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [running]);
  return running && late;
}

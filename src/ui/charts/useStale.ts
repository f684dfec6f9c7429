import { useEffect, useState } from 'react';
import { useApp } from '../../state/useStore';

/** Below this an answer comes so soon that dimming would only flicker. */
const patienceMs = 150;

/** Whether what is on screen answers an older document, and has for a while. */
export function useStale(): boolean {
  const running = useApp((state) => state.run.status === 'running');
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

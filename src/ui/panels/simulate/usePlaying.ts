import { useEffect } from 'react';
import { useApp, useAppStore } from '../../../state/useStore';

/** A page in the background gets no frames: what was missed is not made up for [s]. */
const longestFrameS = 0.25;

/** Time passes, frame by frame, while the run plays and this is on screen; at its end it stops. */
export function usePlaying(): void {
  const store = useAppStore();
  const isPlaying = useApp((state) => state.simulation.isPlaying);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let beforeMs: number | null = null;
    const advance = (nowMs: number): void => {
      const { pause, seek, simulation } = store.getState();
      const { atS, last, speed } = simulation;
      if (last === null || atS >= last.run.durationS) {
        pause();
        return;
      }
      const passedS = beforeMs === null ? 0 : Math.min(longestFrameS, (nowMs - beforeMs) / 1e3);
      beforeMs = nowMs;
      seek(atS + speed * passedS);
      frame = requestAnimationFrame(advance);
    };
    let frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, store]);
  // Another place is shown: nobody is watching.
  useEffect(
    () => () => {
      const { pause, simulation } = store.getState();
      if (simulation.isPlaying) pause();
    },
    [store],
  );
}

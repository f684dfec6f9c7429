import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useTools } from '../../state/useTools';

const animationMs = 180;

/** Gives the commands what only the canvas can do, while it is on screen. */
export function useCanvasCommands(area: RefObject<HTMLDivElement | null>, fit: () => void): void {
  const { registerCanvas } = useTools();
  const { zoomIn, zoomOut, screenToFlowPosition } = useReactFlow();
  useEffect(
    () =>
      registerCanvas({
        zoomIn: () => void zoomIn({ duration: animationMs }),
        zoomOut: () => void zoomOut({ duration: animationMs }),
        fit,
        centre: () => {
          const { left = 0, top = 0, width = 0, height = 0 } = area.current?.getBoundingClientRect() ?? {};
          const { x, y } = screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
          return { xM: x, yM: y };
        },
      }),
    [area, fit, registerCanvas, screenToFlowPosition, zoomIn, zoomOut],
  );
}

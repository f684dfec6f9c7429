import { useState, type DragEvent } from 'react';

/**
 * A place that takes one file for itself: what is dropped there does not reach the page, which takes scenarios, models and
 * profiles. `hovering` while a file is held over it; the rest goes onto the element.
 */
export function useFileDrop(take: (file: File) => void) {
  const [hovering, setHovering] = useState(false);
  return {
    hovering,
    onDragOver: (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(true);
    },
    onDragLeave: (): void => setHovering(false),
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      setHovering(false);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) take(file);
    },
  };
}

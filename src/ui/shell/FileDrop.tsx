import { useEffect, useState } from 'react';
import { useTools } from '../../state/useTools';
import styles from './FileDrop.module.css';

/** Lets a scenario, a model or a profile be dropped anywhere on the page, and says so while one hovers over it. */
export function FileDrop() {
  const tools = useTools();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    // Things dragged within the page (a node from the palette) carry no files and are none of our business.
    const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!files(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const landed = () => setHovering(false);
    const drop = (event: DragEvent) => {
      if (!files(event)) return;
      event.preventDefault();
      void tools.openFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    // On its way down: what a box within the page keeps for itself has landed too.
    window.addEventListener('drop', landed, true);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', landed, true);
      window.removeEventListener('drop', drop);
    };
  }, [tools]);
  if (!hovering) return null;
  return (
    <div className={styles.overlay}>
      <p>Drop a scenario (.json), a model (.onnx) or a profile (.json, .csv) to open it</p>
    </div>
  );
}

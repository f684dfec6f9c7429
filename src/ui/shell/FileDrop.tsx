import { useEffect, useState } from 'react';
import { useApp } from '../../state/useStore';
import { useTools } from '../../state/useTools';
import styles from './FileDrop.module.css';

/** Lets a scenario file be dropped anywhere on the page, and says so while one hovers over it. */
export function FileDrop() {
  const tools = useTools();
  const notify = useApp((state) => state.notify);
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
    const drop = (event: DragEvent) => {
      if (!files(event)) return;
      event.preventDefault();
      setHovering(false);
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (file !== undefined) void tools.openFile(file);
      if (file !== undefined && others.length > 0) {
        notify({
          kind: 'done',
          text: `One scenario is open at a time: of ${others.length + 1} files only ${file.name} was read.`,
        });
      }
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [tools, notify]);
  if (!hovering) return null;
  return (
    <div className={styles.overlay}>
      <p>Drop a scenario file to open it</p>
    </div>
  );
}

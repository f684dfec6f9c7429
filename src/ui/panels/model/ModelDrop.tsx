import { useId, useState } from 'react';
import { useApp } from '../../../state/useStore';
import styles from './Model.module.css';

/** The file picker, and where to drop. The page itself takes what is dropped anywhere; this only shows the place. */
export function ModelDrop() {
  const readModelFiles = useApp((state) => state.readModelFiles);
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <label htmlFor={id}>Drop an .onnx file here, with the data files it names, or choose them:</label>
      <input
        id={id}
        type="file"
        multiple
        accept=".onnx,.data,.bin,.weight,.weights"
        className={styles.file}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again, after it was corrected.
          event.target.value = '';
          if (files.length > 0) void readModelFiles(files);
        }}
      />
      <p className={styles.small}>
        The model never leaves this device, unless you let your own edge server run a part: this page reads
        and runs it here. A link or a file carries its structure, not its weights.
      </p>
    </div>
  );
}

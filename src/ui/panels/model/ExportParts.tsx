import { useId, useState } from 'react';
import type { RunnableWorkload } from '../../../core/scenario/types';
import { selectAnswer } from '../../../state/selectors';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatBytes, formatCount } from '../../format';
import { Button } from '../../primitives/Button';
import { KeptFocus } from '../../primitives/KeptFocus';
import { NumberField } from '../../primitives/NumberField';
import { dataNames, exportChoices, partFiles, partNames, type ExportChoice } from './exportChoices';
import styles from './Model.module.css';
import { TroubleNote } from './TroubleNote';
import { Working } from './Working';

interface Props {
  readonly workload: RunnableWorkload;
  readonly blocks: number;
  readonly modelName: string;
}

interface SavedFile {
  readonly name: string;
  readonly bytes: number;
}

/** Cuts the model where the visitor says, and downloads the parts as .onnx files. */
export function ExportParts({ workload, blocks, modelName }: Props) {
  const { files } = useTools();
  const exporting = useApp((state) => state.models.exporting);
  const cutModel = useApp((state) => state.cutModel);
  const cancelExport = useApp((state) => state.cancelExport);
  const ownSplit = useApp((state) => state.scenario.ownSplit);
  const best = useApp((state) => selectAnswer(state)?.solution.best ?? null);
  const [chosen, setChosen] = useState<ExportChoice['id']>('boundary');
  const [boundary, setBoundary] = useState(() => Math.max(1, Math.floor(blocks / 2)));
  const [saved, setSaved] = useState<readonly SavedFile[]>([]);
  const id = useId();
  const choices = exportChoices(best, ownSplit, boundary, blocks);
  const choice = choices.find((one) => one.id === chosen) ?? choices.at(-1)!;
  const save = async () => {
    setSaved([]);
    const names = partNames(modelName, choice.boundaries.length + 1);
    const parts = await cutModel(choice.boundaries, dataNames(names));
    if (parts === null) return;
    const written = partFiles(parts, names);
    for (const { name, data } of written)
      files.download(
        name,
        'application/octet-stream',
        new Blob([data], { type: 'application/octet-stream' }),
      );
    setSaved(written.map(({ name, data }) => ({ name, bytes: data.byteLength })));
  };
  if (blocks < 2) return <p className={styles.small}>A model of one block cannot be cut.</p>;
  return (
    <KeptFocus className={styles.stack}>
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">Where to cut</legend>
        {choices.map(({ id: value, label, boundaries }) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}cut`}
              checked={choice.id === value}
              disabled={boundaries.length === 0}
              onChange={() => setChosen(value)}
            />
            {label}
          </label>
        ))}
        {choice.id === 'boundary' && (
          <label>
            after block
            <span className={styles.boundary}>
              <NumberField
                label="Cut after block"
                value={Math.min(boundary, blocks - 1)}
                min={1}
                max={blocks - 1}
                whole
                onCommit={(at) => setBoundary(at ?? boundary)}
              />
            </span>
            of {blocks}
          </label>
        )}
      </fieldset>
      {exporting.status === 'running' ? (
        <Working label="Cutting" fraction={null} onCancel={cancelExport} />
      ) : (
        <div className={styles.actions}>
          <Button icon="save" disabled={choice.boundaries.length === 0} onClick={() => void save()}>
            Save the parts as .onnx
          </Button>
        </div>
      )}
      {exporting.status === 'failed' && exporting.workload === workload && (
        <TroubleNote trouble={exporting.fault} />
      )}
      <p role="status" className={styles.small}>
        {saved.length > 0 &&
          `Saved ${formatCount(saved.length, 'file')}: ${saved.map(({ name, bytes }) => `${name} (${formatBytes(bytes)})`).join(', ')}.`}
      </p>
    </KeptFocus>
  );
}

import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import { changeWorkload } from '../../../core/scenario/edits';
import type { CatalogueWorkload, Workload } from '../../../core/scenario/types';
import { selectShown, useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Dialog } from '../../primitives/Dialog';
import { BoundaryPreview } from './BoundaryPreview';
import { CatalogueEditor } from './CatalogueEditor';
import { CustomChainEditor } from './CustomChainEditor';
import { customChainFrom } from './customChainFrom';
import { PrecisionFields } from './PrecisionFields';
import { shownKind } from './shownKind';
import styles from './Workload.module.css';

const ModelPanel = lazy(async () => ({ default: (await import('../model/ModelPanel')).ModelPanel }));
const ModelTools = lazy(async () => ({ default: (await import('../model/ModelTools')).ModelTools }));

const firstCatalogueWorkload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'fp32',
};

const kinds = [
  ['catalogue', 'A model of the catalogue'],
  ['imported', 'Your own model (ONNX)'],
  ['custom', 'A custom chain of blocks'],
] as const;

/** What runs: a model of the catalogue, the visitor's own, or a chain given by its numbers. Every change applies at once. */
export function WorkloadDialog({ onClose }: { readonly onClose: () => void }) {
  const { workload } = useApp(selectShown);
  const isOpening = useApp((state) => state.models.opening.status !== 'none');
  const cancelModel = useApp((state) => state.cancelModel);
  const edit = useApp((state) => state.edit);
  const chain = useMemo(() => workloadChain(workload), [workload]);
  /** Looked at without a model to run yet; where one is being opened, it is that. */
  const [browsing, setBrowsing] = useState(false);
  const shown = shownKind(workload, isOpening, browsing);
  // Changing one's mind about the kind of workload loses nothing while the dialog is open.
  const last = useRef<Partial<Record<Workload['kind'], Workload>>>({});
  const choose = (kind: Workload['kind']) => {
    last.current[workload.kind] = workload;
    setBrowsing(kind === 'imported');
    if (isOpening && kind !== 'imported') cancelModel();
    const next =
      last.current[kind] ??
      (kind === 'catalogue' ? firstCatalogueWorkload : kind === 'custom' ? customChainFrom(chain) : null);
    // Which model of one's own: that is chosen below.
    if (next !== null) edit((now) => changeWorkload(now, next));
  };
  return (
    <Dialog
      title="What runs"
      size="wide"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles.stack}>
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">Kind of workload</legend>
          {kinds.map(([kind, label]) => (
            <label key={kind}>
              <input
                type="radio"
                name="workloadKind"
                checked={shown === kind}
                onChange={() => choose(kind)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        {shown === 'catalogue' && workload.kind === 'catalogue' && (
          <CatalogueEditor workload={workload} chain={chain} />
        )}
        {shown === 'custom' && workload.kind === 'custom' && <CustomChainEditor workload={workload} />}
        <Suspense fallback={<p>Loading…</p>}>
          {shown === 'imported' && (
            <>
              <ModelPanel workload={workload} />
              {workload.kind === 'imported' && <PrecisionFields workload={workload} />}
            </>
          )}
          {shown === workload.kind && (
            <>
              <h3>What a cut ships, by boundary</h3>
              <BoundaryPreview chain={chain} />
              <ModelTools workload={workload} chain={chain} />
            </>
          )}
        </Suspense>
      </div>
    </Dialog>
  );
}

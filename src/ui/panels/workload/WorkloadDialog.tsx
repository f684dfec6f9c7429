import { useMemo, useRef } from 'react';
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
import styles from './Workload.module.css';

const firstCatalogueWorkload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'fp32',
};

/** What runs: a model of the catalogue, or a chain of blocks given by their numbers. Every change applies at once. */
export function WorkloadDialog({ onClose }: { readonly onClose: () => void }) {
  const { workload } = useApp(selectShown);
  const edit = useApp((state) => state.edit);
  const chain = useMemo(() => workloadChain(workload), [workload]);
  // Changing one's mind about the kind of workload loses nothing while the dialog is open.
  const last = useRef<{ catalogue: Workload; custom: Workload | null }>({
    catalogue: workload.kind === 'catalogue' ? workload : firstCatalogueWorkload,
    custom: null,
  });
  const choose = (kind: Workload['kind']) => {
    if (workload.kind === 'catalogue') last.current.catalogue = workload;
    else last.current.custom = workload;
    const next =
      kind === 'catalogue' ? last.current.catalogue : (last.current.custom ?? customChainFrom(chain));
    edit((now) => changeWorkload(now, next));
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
          <label>
            <input
              type="radio"
              name="workloadKind"
              checked={workload.kind === 'catalogue'}
              onChange={() => choose('catalogue')}
            />
            A model of the catalogue
          </label>
          <label>
            <input
              type="radio"
              name="workloadKind"
              checked={workload.kind === 'custom'}
              onChange={() => choose('custom')}
            />
            A custom chain of blocks
          </label>
        </fieldset>
        {workload.kind === 'catalogue' ? (
          <CatalogueEditor workload={workload} chain={chain} />
        ) : workload.kind === 'imported' ? null : (
          <CustomChainEditor workload={workload} />
        )}
        <h3>What a cut ships, by boundary</h3>
        <BoundaryPreview chain={chain} />
      </div>
    </Dialog>
  );
}

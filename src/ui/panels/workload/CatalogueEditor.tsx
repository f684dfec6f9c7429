import { useId } from 'react';
import { architectureDescriptions, architectureNames } from '../../../core/model/catalogue/catalogue';
import type { WorkloadChain } from '../../../core/model/workloadChain';
import { changeWorkload } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import {
  architectures,
  widths,
  type Architecture,
  type CatalogueWorkload,
  type Width,
} from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { formatBytes, formatMacs, formatNumber } from '../../format';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { PrecisionFields } from './PrecisionFields';
import styles from './Workload.module.css';

interface Props {
  readonly workload: CatalogueWorkload;
  readonly chain: WorkloadChain;
}

/** Picture sizes along the slider; any whole number can be typed. */
const sizeStepPx = 8;

export function CatalogueEditor({ workload, chain }: Props) {
  const edit = useApp((state) => state.edit);
  const preview = useApp((state) => state.preview);
  const commit = useApp((state) => state.commit);
  const id = useId();
  const change = (patch: Partial<CatalogueWorkload>) =>
    edit((now) => changeWorkload(now, { ...workload, ...patch }));
  return (
    <div className={styles.stack}>
      <Field label="Model" htmlFor={`${id}model`} hint={architectureDescriptions[workload.architecture]}>
        <select
          id={`${id}model`}
          value={workload.architecture}
          onChange={(event) => change({ architecture: event.target.value as Architecture })}
        >
          {architectures.map((architecture) => (
            <option key={architecture} value={architecture}>
              {architectureNames[architecture]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Picture" htmlFor={`${id}size`}>
        <div className={styles.size}>
          <input
            id={`${id}size`}
            type="range"
            min={limits.minInputPx}
            max={limits.maxInputPx}
            step={sizeStepPx}
            value={workload.inputPx}
            aria-valuetext={`${workload.inputPx} by ${workload.inputPx} px`}
            onChange={(event) => {
              const inputPx = Number(event.target.value);
              preview((now) => changeWorkload(now, { ...workload, inputPx }));
            }}
            onPointerUp={commit}
            onKeyUp={commit}
            onBlur={commit}
          />
          <NumberField
            label="Height and width of the picture"
            value={workload.inputPx}
            min={limits.minInputPx}
            max={limits.maxInputPx}
            whole
            unit="px"
            onCommit={(inputPx) => change({ inputPx: inputPx ?? workload.inputPx })}
          />
        </div>
      </Field>
      <Field label="Width" htmlFor={`${id}width`} hint="Factor on every channel count: narrower is faster.">
        <select
          id={`${id}width`}
          value={workload.width}
          onChange={(event) => change({ width: Number(event.target.value) as Width })}
        >
          {widths.map((width) => (
            <option key={width} value={width}>
              {width === 1 ? '1 (as published)' : width}
            </option>
          ))}
        </select>
      </Field>
      <PrecisionFields workload={workload} />
      <ModelFacts chain={chain} />
    </div>
  );
}

function ModelFacts({ chain }: { readonly chain: WorkloadChain }) {
  const total = (key: 'macs' | 'parameters' | 'weightBytes') =>
    chain.blocks.reduce((sum, block) => sum + block[key], 0);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Parameters</dt>
        <dd>{formatNumber(total('parameters') / 1e6)} M</dd>
      </div>
      <div>
        <dt>Multiply-accumulates</dt>
        <dd>{formatMacs(total('macs'))}</dd>
      </div>
      <div>
        <dt>Blocks</dt>
        <dd>{chain.blocks.length}</dd>
      </div>
      <div>
        <dt>Weights</dt>
        <dd>{formatBytes(total('weightBytes'))}</dd>
      </div>
    </dl>
  );
}

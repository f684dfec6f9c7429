import { useMemo } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import type { Workload } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { formatBytes, formatMacs, formatNumber } from '../../format';
import { Button } from '../../primitives/Button';
import { MissingWeights } from '../model/MissingWeights';
import styles from './Inspector.module.css';

const shippedNames = { fp32: '32-bit floats', fp16: '16-bit floats', int8: '8-bit integers' } as const;
const inputNames = { fp32: '32-bit floats', uint8: 'bytes' } as const;

/** The model in three lines, and the way to change it. */
export function WorkloadSummary({ workload }: { readonly workload: Workload }) {
  const changeView = useApp((state) => state.changeView);
  const chain = useMemo(() => workloadChain(workload), [workload]);
  const total = (key: 'macs' | 'parameters') => chain.blocks.reduce((sum, block) => sum + block[key], 0);
  return (
    <>
      <div className={styles.row}>
        <strong>{chain.name}</strong>
        <Button onClick={() => changeView({ openDialog: 'workload' })}>
          Change<span className="visually-hidden"> model</span>
        </Button>
      </div>
      {workload.kind !== 'custom' ? (
        <p className={styles.small}>
          {formatNumber(total('parameters') / 1e6)} M parameters, {formatMacs(total('macs'))},{' '}
          {chain.blocks.length} blocks. Features are shipped as {shippedNames[workload.shipped]}, the input as{' '}
          {inputNames[workload.rawInput]} ({formatBytes(chain.boundaryBytes[0] ?? 0)}).
        </p>
      ) : (
        <p className={styles.small}>
          Custom chain of {chain.blocks.length} blocks; input {formatBytes(workload.inputBytes)}.
        </p>
      )}
      <MissingWeights workload={workload} />
    </>
  );
}

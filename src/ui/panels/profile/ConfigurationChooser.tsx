import { transferEstimate } from '../../../core/profile/transferEstimate';
import type { RunnableWorkload } from '../../../core/scenario/types';
import {
  defaultConfigurations,
  gpuConfiguration,
  offeredThreadCounts,
  sameConfiguration,
} from '../../../state/configurations';
import type { Configuration } from '../../../state/profilingTypes';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatBytes } from '../../format';
import fieldStyles from '../../primitives/Field.module.css';
import { configurationName } from '../inspector/profileTexts';
import { Note } from '../../primitives/Note';
import { adapterName } from './deviceWords';
import styles from './Profile.module.css';
import { durationText } from './profileWords';

interface Props {
  readonly workload: RunnableWorkload;
  readonly disabled: boolean;
}

/** Which configurations are measured, what that transfers and how long it takes: told before anything starts. */
export function ConfigurationChooser({ workload, disabled }: Props) {
  const { facts } = useTools();
  const gpu = useApp((state) => state.gpu);
  const chosen = useApp((state) => state.chosenConfigurations) ?? defaultConfigurations(facts, gpu);
  const choose = useApp((state) => state.chooseConfigurations);
  const toggle = (configuration: Configuration, on: boolean) => {
    const others = chosen.filter((other) => !sameConfiguration(other, configuration));
    choose(on ? [...others, configuration] : others);
  };
  const { upToBytes, secondsFrom, secondsTo } = transferEstimate(workload, chosen);
  const box = (configuration: Configuration, label: string, isOffered: boolean) => (
    <label key={label} className={fieldStyles.check}>
      <input
        type="checkbox"
        disabled={disabled || !isOffered}
        checked={isOffered && chosen.some((other) => sameConfiguration(other, configuration))}
        onChange={(event) => toggle(configuration, event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <fieldset className={styles.chooser}>
        <legend>Configurations</legend>
        {offeredThreadCounts(facts).map((threads) => {
          const configuration = { backend: 'wasm', threads } as const;
          return box(configuration, configurationName(configuration), true);
        })}
        {box(
          gpuConfiguration,
          gpu?.kind === 'adapter'
            ? `WebGPU, ${adapterName(gpu.adapter)}`
            : gpu === null
              ? 'WebGPU'
              : 'WebGPU (not here)',
          gpu?.kind === 'adapter',
        )}
      </fieldset>
      {chosen.length === 0 ? (
        <Note role="note">Choose at least one configuration to measure.</Note>
      ) : (
        <p className={styles.small}>
          Up to {formatBytes(upToBytes)} are transferred the first time (ONNX Runtime itself, from this site,
          kept in the browser’s cache); after that it takes {durationText(secondsFrom, secondsTo)}
          {chosen.some(({ backend }) => backend === 'webgpu') &&
            ', on a GPU longer while it compiles shaders'}
          . The model never leaves this device, unless you let your own edge server run a part. Close other
          tabs for a steady measurement.
        </p>
      )}
    </>
  );
}

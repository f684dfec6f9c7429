import { useId } from 'react';
import { changeWorkload } from '../../../core/scenario/edits';
import type { InputPrecision, RunnableWorkload, ShippedPrecision } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { Field } from '../../primitives/Field';
import { shippedNames } from './shippedNames';

/** In which precision features and the input are shipped; the model itself runs as it is. */
export function PrecisionFields({ workload }: { readonly workload: RunnableWorkload }) {
  const edit = useApp((state) => state.edit);
  const id = useId();
  const change = (patch: Partial<Pick<RunnableWorkload, 'shipped' | 'rawInput'>>) =>
    edit((now) => changeWorkload(now, { ...workload, ...patch }));
  return (
    <>
      <Field
        label="Features ship as"
        htmlFor={`${id}shipped`}
        hint={
          workload.kind === 'catalogue'
            ? 'What a cut inside the model sends. Fewer bytes make cutting worthwhile.'
            : 'What a cut inside the model sends, where it is 32-bit floats; other types ship as they are.'
        }
      >
        <select
          id={`${id}shipped`}
          value={workload.shipped}
          onChange={(event) => change({ shipped: event.target.value as ShippedPrecision })}
        >
          {shippedNames.map(([precision, name]) => (
            <option key={precision} value={precision}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={workload.kind === 'catalogue' ? 'Picture ships as' : 'Input ships as'}
        htmlFor={`${id}raw`}
        hint="What is sent when nothing runs on the phone (UE)."
      >
        <select
          id={`${id}raw`}
          value={workload.rawInput}
          onChange={(event) => change({ rawInput: event.target.value as InputPrecision })}
        >
          <option value="fp32">32-bit floats (4 bytes each)</option>
          <option value="uint8">bytes, as a camera gives it (1 byte each)</option>
        </select>
      </Field>
    </>
  );
}

import { useId, useMemo } from 'react';
import type { NetworkNode } from '../../../core/network/types';
import { findDevice } from '../../../core/profile/deviceCatalogue';
import { changeNode } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { deviceGroups, valueOf } from './deviceChoices';
import { DeviceSelect } from './DeviceSelect';

interface Props {
  readonly node: NetworkNode;
  readonly isSource: boolean;
}

/** What the node computes with: a measurement, a catalogue device, a speed set by hand, or nothing. */
export function DevicePicker({ node, isSource }: Props) {
  const workload = useApp((state) => state.scenario.workload);
  const profiles = useApp((state) => state.scenario.profiles);
  const localProfiles = useApp((state) => state.localProfiles);
  const measuredHere = useApp((state) => state.measuredHere);
  const edit = useApp((state) => state.edit);
  const id = useId();
  const { device } = node;
  const value = valueOf(device);
  const groups = useMemo(
    () => deviceGroups({ workload, profiles }, node.kind, value, { localProfiles, measuredHere }),
    [workload, profiles, node.kind, value, localProfiles, measuredHere],
  );
  const known = device?.kind === 'catalogue' ? findDevice(device.id) : undefined;
  return (
    <>
      <Field
        label="Device"
        stacked
        htmlFor={`${id}device`}
        hint={known === undefined || known.note === '' ? undefined : known.note}
      >
        <DeviceSelect id={`${id}device`} node={node} isSource={isSource} groups={groups} />
      </Field>
      {device?.kind === 'custom' && (
        <Field
          label="Speed"
          htmlFor={`${id}speed`}
          hint="1x runs 1 GMAC per second; a custom chain’s seconds count at 1x."
        >
          <NumberField
            id={`${id}speed`}
            value={device.speed}
            min={limits.minSpeed}
            max={limits.maxSpeed}
            unit="x"
            onCommit={(speed) =>
              edit((now) =>
                changeNode(now, node.id, { device: { kind: 'custom', speed: speed ?? device.speed } }),
              )
            }
          />
        </Field>
      )}
    </>
  );
}

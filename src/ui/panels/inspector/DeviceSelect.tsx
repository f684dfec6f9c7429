import type { NetworkNode } from '../../../core/network/types';
import { useApp } from '../../../state/useStore';
import { chooseDevice, valueOf, type DeviceGroup } from './deviceChoices';

interface Props {
  readonly node: NetworkNode;
  readonly isSource: boolean;
  readonly groups: readonly DeviceGroup[];
  readonly id?: string;
  /** Where no visible label points at the id. */
  readonly label?: string;
}

/** The menu of devices. What the node has now is always in it, even if the catalogue does not know it. */
export function DeviceSelect({ node, isSource, groups, id, label }: Props) {
  const localProfiles = useApp((state) => state.localProfiles);
  const edit = useApp((state) => state.edit);
  const { device } = node;
  const value = valueOf(device);
  const listed = groups.flatMap((group) => group.choices).find((choice) => choice.value === value);
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      // A narrow column cuts it.
      title={listed?.label}
      onChange={(event) => edit((now) => chooseDevice(now, node, event.target.value, localProfiles))}
    >
      <option value="" disabled={isSource}>
        None: it only forwards
      </option>
      {listed === undefined && device !== null && device.kind !== 'custom' && (
        <option value={value}>
          {device.kind === 'measured' ? 'A measurement of another model' : `Unknown device "${device.id}"`}
        </option>
      )}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </optgroup>
      ))}
      <option value="custom">Custom speed</option>
    </select>
  );
}

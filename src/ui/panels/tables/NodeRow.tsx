import { memo } from 'react';
import { nodeKinds, type NetworkNode, type NodeKind } from '../../../core/network/types';
import {
  changeNode,
  chooseSink,
  chooseSource,
  moveNodes,
  removeItems,
  renameNode,
} from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import { TextField } from '../../primitives/TextField';
import type { DeviceGroup } from '../inspector/deviceChoices';
import { DeviceSelect } from '../inspector/DeviceSelect';
import { namesakeText } from '../inspector/namesakes';
import { nodeKindTexts } from '../inspector/nodeKindTexts';
import styles from './Tables.module.css';
import { useRowSelection } from './useRowSelection';

interface Props {
  readonly node: NetworkNode;
  readonly isSource: boolean;
  readonly isSink: boolean;
  readonly isNamesake: boolean;
  readonly selected: boolean;
  readonly deviceGroups: readonly DeviceGroup[];
}

export const NodeRow = memo(function NodeRow({
  node,
  isSource,
  isSink,
  isNamesake,
  selected,
  deviceGroups,
}: Props) {
  const edit = useApp((state) => state.edit);
  const select = useApp((state) => state.select);
  const row = useRowSelection(selected, () => select([node.id], []));
  const { device, name } = node;
  const position = (label: string, value: number, move: (metres: number) => { xM: number; yM: number }) => (
    <NumberField
      label={`${label} of ${name} in metres`}
      value={value}
      min={-limits.positionM}
      max={limits.positionM}
      onCommit={(metres) => edit((now) => moveNodes(now, [{ id: node.id, ...move(metres ?? value) }]))}
    />
  );
  return (
    <tr ref={row.ref} {...row.props}>
      <td>
        <TextField
          label={`Name of ${name}`}
          value={name}
          maxLength={limits.nameLength}
          remark={isNamesake ? namesakeText : undefined}
          onCommit={(text) => edit((now) => renameNode(now, node.id, text))}
        />
      </td>
      <td>
        <span className={styles.check}>
          <input
            type="radio"
            name="tableSource"
            aria-label={`${name} is the source`}
            checked={isSource}
            disabled={node.kind !== 'ue'}
            onChange={() => edit((now) => chooseSource(now, node.id))}
          />
        </span>
      </td>
      <td>
        <span className={styles.check}>
          <input
            type="radio"
            name="tableSink"
            aria-label={`${name} is the sink`}
            checked={isSink}
            disabled={isSource}
            onChange={() => edit((now) => chooseSink(now, node.id))}
          />
        </span>
      </td>
      <td>
        <select
          aria-label={`Kind of ${name}`}
          value={node.kind}
          disabled={isSource}
          onChange={(event) => {
            const kind = event.target.value as NodeKind;
            edit((now) => changeNode(now, node.id, { kind }));
          }}
        >
          {nodeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {nodeKindTexts[kind].name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <DeviceSelect label={`Device of ${name}`} node={node} isSource={isSource} groups={deviceGroups} />
      </td>
      <td>
        <NumberField
          label={`Speed of ${name}, relative`}
          value={device?.kind === 'custom' ? device.speed : null}
          disabled={device?.kind !== 'custom'}
          min={limits.minSpeed}
          max={limits.maxSpeed}
          optional={device?.kind !== 'custom'}
          placeholder="–"
          onCommit={(speed) =>
            edit((now) =>
              speed === null ? now : changeNode(now, node.id, { device: { kind: 'custom', speed } }),
            )
          }
        />
      </td>
      <td>
        <NumberField
          label={`Memory of ${name} in MB; empty: as the device`}
          value={node.memoryMB}
          min={0}
          max={limits.memoryMB}
          optional
          placeholder="as device"
          onCommit={(memoryMB) => edit((now) => changeNode(now, node.id, { memoryMB }))}
        />
      </td>
      <td>
        <span className={styles.check}>
          <input
            type="checkbox"
            aria-label={`${name} is trusted`}
            checked={node.trusted}
            disabled={isSource}
            onChange={(event) => edit((now) => changeNode(now, node.id, { trusted: event.target.checked }))}
          />
        </span>
      </td>
      <td>{position('Position x', node.xM, (xM) => ({ xM, yM: node.yM }))}</td>
      <td>{position('Position y', node.yM, (yM) => ({ xM: node.xM, yM }))}</td>
      <td>
        <Button
          look="quiet"
          icon="remove"
          iconOnly
          onClick={() => edit((now) => removeItems(now, { nodes: [node.id], links: [] }))}
        >
          {`Delete ${name}`}
        </Button>
      </td>
    </tr>
  );
});

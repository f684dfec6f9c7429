import { kindNames } from '../../core/network/nodeDefaults';
import { nodeKinds, type NodeKind } from '../../core/network/types';
import { findCommand, type CommandId } from '../../state/commands';
import { useApp } from '../../state/useStore';
import { useTools } from '../../state/useTools';
import { NodeIcon } from './NodeIcon';
import styles from './Palette.module.css';
import { paletteLabel } from './screenReaderTexts';

/** What a dragged palette entry carries. */
export const nodeKindType = 'application/x-splitscape-node';

const commandIds = {
  ue: 'add-ue',
  gnb: 'add-gnb',
  iab: 'add-iab',
  mec: 'add-mec',
  core: 'add-core',
  cloud: 'add-cloud',
} as const satisfies Record<NodeKind, CommandId>;

/** The kinds of nodes, to drag onto the plan or to add in its middle by click or Enter. */
export function Palette() {
  const tools = useTools();
  const enabled = useApp((state) => findCommand('add-ue').isEnabled(state));
  return (
    <div className={styles.palette} role="group" aria-label={paletteLabel}>
      {nodeKinds.map((kind) => {
        const { label } = findCommand(commandIds[kind]);
        return (
          <button
            key={kind}
            type="button"
            className={styles.entry}
            title={`${label} (click, or drag onto the plan)`}
            aria-label={label}
            disabled={!enabled}
            draggable={enabled}
            onDragStart={(event) => {
              event.dataTransfer.setData(nodeKindType, kind);
              event.dataTransfer.effectAllowed = 'copy';
            }}
            onClick={() => tools.run(commandIds[kind])}
          >
            <NodeIcon kind={kind} size={22} />
            <span>{kindNames[kind]}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The kind that is being dropped; null when it is something else. */
export function droppedKind(data: DataTransfer): NodeKind | null {
  const text = data.getData(nodeKindType);
  return nodeKinds.find((kind) => kind === text) ?? null;
}

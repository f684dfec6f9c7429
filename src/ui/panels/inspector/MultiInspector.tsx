import type { NetworkLink, NetworkNode } from '../../../core/network/types';
import { changeNode, removeItems } from '../../../core/scenario/edits';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import styles from './Inspector.module.css';
import { nodeKindTexts } from './nodeKindTexts';

interface Props {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
}

/** Several things at once: what they are, and what can be done to all of them. */
export function MultiInspector({ nodes, links }: Props) {
  const edit = useApp((state) => state.edit);
  const select = useApp((state) => state.select);
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const { name } = nodeKindTexts[node.kind];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const trustAll = (trusted: boolean) =>
    edit((now) => nodes.reduce((changed, node) => changeNode(changed, node.id, { trusted }), now));
  return (
    <>
      <h2 className={styles.title}>{nodes.length + links.length} selected</h2>
      <Section title="What">
        <ul>
          {[...counts].map(([name, count]) => (
            <li key={name}>
              {count} × {name}
            </li>
          ))}
          {links.length > 0 && (
            <li>
              {links.length} × {links.length === 1 ? 'link' : 'links'}
            </li>
          )}
        </ul>
      </Section>
      <Section title="All of them">
        <div className={styles.actions}>
          {nodes.length > 0 && (
            <>
              <Button onClick={() => trustAll(true)}>Trust</Button>
              <Button onClick={() => trustAll(false)}>Do not trust</Button>
            </>
          )}
          <Button
            icon="remove"
            onClick={() =>
              edit((now) =>
                removeItems(now, {
                  nodes: nodes.map((node) => node.id),
                  links: links.map((link) => link.id),
                }),
              )
            }
          >
            Delete
          </Button>
          <Button look="quiet" onClick={() => select([], [])}>
            Select nothing
          </Button>
        </div>
      </Section>
    </>
  );
}

import { selectShown, useApp } from '../../../state/useStore';
import styles from './Inspector.module.css';
import { LinkInspector } from './LinkInspector';
import { MultiInspector } from './MultiInspector';
import { NodeInspector } from './NodeInspector';
import { ScenarioInspector } from './ScenarioInspector';

/** What is selected, with everything that can be changed about it; the scenario itself when nothing is. */
export function Inspector() {
  const allNodes = useApp((state) => selectShown(state).nodes);
  const allLinks = useApp((state) => selectShown(state).links);
  const selectedNodes = useApp((state) => state.view.selectedNodes);
  const selectedLinks = useApp((state) => state.view.selectedLinks);
  const nodes = allNodes.filter((node) => selectedNodes.includes(node.id));
  const links = allLinks.filter((link) => selectedLinks.includes(link.id));
  const [node] = nodes;
  const [link] = links;
  if (nodes.length + links.length > 1) {
    return (
      <div className={styles.inspector}>
        <MultiInspector nodes={nodes} links={links} />
      </div>
    );
  }
  return (
    <div className={styles.inspector}>
      {node !== undefined && <NodeInspector key={node.id} node={node} />}
      {link !== undefined && <LinkInspector key={link.id} link={link} />}
      {node === undefined && link === undefined && <ScenarioInspector />}
    </div>
  );
}

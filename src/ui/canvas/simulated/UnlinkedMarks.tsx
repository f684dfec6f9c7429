import { memo, useContext, useMemo } from 'react';
import { selectShown, useApp } from '../../../state/useStore';
import { unlinkedCells } from '../../panels/simulate/unlinkedCells';
import { boxesOf } from '../flowBoxes';
import { DetailContext, ScaleContext } from '../labelContext';
import styles from './JourneyOverlay.module.css';

/** Says below a cell without a link to the network that it cannot serve: a UE on it is on its own. */
export const UnlinkedMarks = memo(function UnlinkedMarks() {
  const nodes = useApp((state) => selectShown(state).nodes);
  const links = useApp((state) => selectShown(state).links);
  const sourceId = useApp((state) => selectShown(state).sourceId);
  const detail = useContext(DetailContext);
  const scale = useContext(ScaleContext);
  const marked = useMemo(() => {
    const unlinked = unlinkedCells({ links, nodes, sourceId });
    return nodes.filter(({ id }) => unlinked.has(id));
  }, [links, nodes, sourceId]);
  const boxes = boxesOf(marked, detail, scale);
  return marked.map(({ id }, k) => {
    const { height, x, y } = boxes[k]!;
    return (
      <div key={id} className={styles.label} style={{ transform: `translate(${x}px, ${y + height / 2}px)` }}>
        <div className={styles.warning} data-unlinked={id}>
          cannot serve: no link
        </div>
      </div>
    );
  });
});

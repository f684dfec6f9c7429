import { selectShown, useApp } from '../../../state/useStore';
import { LinksTable } from './LinksTable';
import { NodesTable } from './NodesTable';
import styles from './Tables.module.css';

/** The document as tables: everything the canvas can do, without a canvas. */
export function Tables() {
  const scenario = useApp(selectShown);
  return (
    <div className={styles.panel}>
      <NodesTable scenario={scenario} />
      <LinksTable scenario={scenario} />
    </div>
  );
}

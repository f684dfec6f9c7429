import { changeWay } from '../../../core/scenario/simulationEdits';
import { simulationOf } from '../../../core/simulation/settings';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Button } from '../../primitives/Button';
import { wayPastCells } from './settings/wayPastCells';
import styles from './Simulate.module.css';

/** Where the UE stays at one place there is little to see: one press gives it a way past the cells, and runs again. */
export function InviteToMove() {
  const tools = useTools();
  const edit = useApp((state) => state.edit);
  const stays = useApp(({ scenario }) => simulationOf(scenario).mobility.way.length < 2);
  const nodes = useApp(({ scenario }) => scenario.nodes);
  const cells = nodes.filter(({ kind }) => kind === 'gnb' || kind === 'iab');
  const [first] = cells;
  if (!stays || first === undefined) return null;
  return (
    <Button
      look="plain"
      icon="play"
      className={styles.invite}
      title="Gives the UE a way past every cell, and runs again. Undo takes the way back."
      onClick={({ currentTarget }) => {
        // This button goes: whoever pressed it by keys goes on beside it.
        currentTarget.closest('[data-simulating]')?.querySelector<HTMLElement>('[data-run]')?.focus();
        edit((scenario) => changeWay(scenario, wayPastCells(scenario)));
        tools.run('run-simulation');
      }}
    >
      {/* Past a single one there is no handover, and none is promised. */}
      Let the UE drive past {cells.length === 1 ? first.name : 'the cells'}
    </Button>
  );
}

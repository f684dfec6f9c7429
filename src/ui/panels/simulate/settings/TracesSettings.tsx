import { adoptTrace, removeTrace } from '../../../../core/scenario/simulationEdits';
import { simulationOf } from '../../../../core/simulation/settings';
import type { LinkTrace } from '../../../../core/traffic/types';
import { useApp } from '../../../../state/useStore';
import { namesOf, type Names } from '../../../errors/names';
import { formatSeconds, formatWhole } from '../../../format';
import { Button } from '../../../primitives/Button';
import fieldStyles from '../../../primitives/Field.module.css';
import { tracedText } from '../airTraceWords';
import styles from '../Simulate.module.css';
import { AddTrace } from './AddTrace';

/** Links whose capacity follows a file instead of the traffic. */
export function TracesSettings() {
  const scenario = useApp((state) => state.scenario);
  const names = namesOf(scenario);
  const { traces } = simulationOf(scenario);
  return (
    <>
      {traces.length === 0 && <p className={styles.small}>No link follows a trace.</p>}
      <ul className={styles.traces}>
        {traces.map((trace) => (
          <Trace key={`${trace.link} ${trace.direction}`} trace={trace} names={names} />
        ))}
      </ul>
      <AddTrace names={names} />
    </>
  );
}

function Trace({ trace, names }: { readonly trace: LinkTrace; readonly names: Names }) {
  const edit = useApp((state) => state.edit);
  const whose = useApp((state) => tracedText(state.scenario, trace, names));
  const { direction, loop, mbps, name, stepS } = trace;
  return (
    <li>
      <span>
        <strong>{whose}</strong>: {name}, {formatWhole(mbps.length)} samples, one every {formatSeconds(stepS)}
      </span>
      <div className={styles.actions}>
        <label className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={loop}
            onChange={(event) =>
              edit((scenario) => adoptTrace(scenario, { ...trace, loop: event.target.checked }))
            }
          />
          <span>Starts anew at its end</span>
        </label>
        <Button
          look="quiet"
          icon="remove"
          onClick={() => edit((scenario) => removeTrace(scenario, trace.link, direction))}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}

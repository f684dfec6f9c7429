import type { MobilitySettings as Mobility, PlanPoint } from '../../../../core/mobility/types';
import { limits } from '../../../../core/scenario/limits';
import { addCorner, changeWay, moveCorner, removeCorner } from '../../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../../core/scenario/types';
import { useApp } from '../../../../state/useStore';
import { formatCount } from '../../../format';
import { Button } from '../../../primitives/Button';
import { NumberField } from '../../../primitives/NumberField';
import styles from '../Simulate.module.css';
import { ChoiceSetting } from './ChoiceSetting';
import { NumberSetting } from './NumberSetting';
import { useSettings } from './useSettings';
import { wayPastCells } from './wayPastCells';

/** Where the UE goes, how fast, and when it changes its cell. */
export function MobilitySettings() {
  const [{ mobility }, changeAll] = useSettings();
  const change = (patch: Partial<Omit<Mobility, 'way'>>) => changeAll({ mobility: patch });
  return (
    <>
      <NumberSetting
        name="speedKmh"
        value={mobility.speedKmh}
        onCommit={(speedKmh) => change({ speedKmh })}
      />
      {mobility.way.length < 2 && <NoWay way={mobility.way} />}
      <ChoiceSetting
        label="At the end"
        value={mobility.end}
        choices={[
          ['turn', 'turns back'],
          ['loop', 'goes round'],
          ['stop', 'stays there'],
        ]}
        help="Goes round: straight back to the start, and on."
        origin="ours"
        onChange={(end) => change({ end })}
      />
      <ChoiceSetting
        label="Cell"
        value={mobility.choice}
        choices={[
          ['strongest', 'the strongest'],
          ['nearest', 'the nearest'],
        ]}
        help="Which gNB or IAB node serves the UE."
        origin="ours"
        onChange={(choice) => change({ choice })}
      />
      <NumberSetting
        name="hysteresisDb"
        value={mobility.hysteresisDb}
        onCommit={(hysteresisDb) => change({ hysteresisDb })}
      />
      <NumberSetting
        name="timeToTriggerMs"
        value={mobility.timeToTriggerMs}
        onCommit={(timeToTriggerMs) => change({ timeToTriggerMs })}
      />
      <NumberSetting
        name="interruptionMs"
        value={mobility.interruptionMs}
        onCommit={(interruptionMs) => change({ interruptionMs })}
      />
      <Way way={mobility.way} />
    </>
  );
}

/** Without a way the speed changes nothing: says so, and gives it one. */
function NoWay({ way }: Pick<Mobility, 'way'>) {
  const edit = useApp((state) => state.edit);
  const hasCells = useApp(({ scenario }) => wayPastCells(scenario).length > 1);
  return (
    <div className={styles.actions} data-no-way>
      <p className={styles.small}>The UE has no way and stays where it is: its speed changes nothing.</p>
      <Button
        icon="add"
        onClick={() =>
          edit((scenario) =>
            hasCells ? changeWay(scenario, wayPastCells(scenario)) : withCorner(scenario, way),
          )
        }
      >
        {hasCells ? 'Add a way past every cell' : 'Add a way'}
      </Button>
    </div>
  );
}

/** The corners of the way as numbers: what can be drawn can be typed. */
function Way({ way }: Pick<Mobility, 'way'>) {
  const edit = useApp((state) => state.edit);
  return (
    <details>
      <summary>
        {way.length === 0
          ? 'The UE stays where it is drawn'
          : `Its way has ${formatCount(way.length, 'corner')}`}
      </summary>
      <ol className={styles.corners}>
        {way.map((corner, index) => (
          <li key={index}>
            <Coordinate
              label={`Corner ${index + 1}, to the right`}
              value={corner.xM}
              onCommit={(xM) => edit((scenario) => moveCorner(scenario, index, { ...corner, xM }))}
            />
            <Coordinate
              label={`Corner ${index + 1}, down`}
              value={corner.yM}
              onCommit={(yM) => edit((scenario) => moveCorner(scenario, index, { ...corner, yM }))}
            />
            <Button
              look="quiet"
              icon="remove"
              iconOnly
              onClick={() => edit((scenario) => removeCorner(scenario, index))}
            >
              {`Remove corner ${index + 1}`}
            </Button>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button
          icon="add"
          disabled={way.length >= limits.simulation.corners}
          onClick={() => edit((scenario) => withCorner(scenario, way))}
        >
          Add a corner
        </Button>
        <Button onClick={() => edit((scenario) => changeWay(scenario, wayPastCells(scenario)))}>
          Past every cell
        </Button>
        <Button disabled={way.length === 0} onClick={() => edit((scenario) => changeWay(scenario, []))}>
          Let it stay
        </Button>
      </div>
    </details>
  );
}

/** A new corner lies so far to the right of the one before [m]. */
const apartM = 100;

/** The first one is where the UE is drawn, so that it begins there. */
function withCorner(scenario: Scenario, way: readonly PlanPoint[]): Scenario {
  const before = way.at(-1) ?? scenario.nodes.find(({ id }) => id === scenario.sourceId);
  if (before === undefined) return scenario;
  const { xM, yM } = before;
  const next = { xM: xM + apartM, yM };
  return way.length === 0 ? changeWay(scenario, [{ xM, yM }, next]) : addCorner(scenario, next);
}

interface CoordinateProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
}

function Coordinate({ label, value, onCommit }: CoordinateProps) {
  return (
    <NumberField
      label={label}
      value={value}
      min={-limits.positionM}
      max={limits.positionM}
      unit="m"
      onCommit={(committed) => {
        if (committed !== null) onCommit(committed);
      }}
    />
  );
}

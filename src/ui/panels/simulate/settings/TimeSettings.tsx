import { useId } from 'react';
import { changeScenario } from '../../../../core/scenario/edits';
import { limits } from '../../../../core/scenario/limits';
import { useApp } from '../../../../state/useStore';
import { Field } from '../../../primitives/Field';
import { NumberField } from '../../../primitives/NumberField';
import { ChoiceSetting } from './ChoiceSetting';
import { NumberSetting } from './NumberSetting';
import { useSettings } from './useSettings';

/** How long, how fine, when tasks start, what is known and when, and the seed. */
export function TimeSettings() {
  const [{ arrival, coherenceMs, durationS, decision, periodMs, redecideMs, sciMs }, change] = useSettings();
  return (
    <>
      <NumberSetting name="durationS" value={durationS} onCommit={(value) => change({ durationS: value })} />
      <NumberSetting
        name="coherenceMs"
        value={coherenceMs}
        onCommit={(value) => change({ coherenceMs: value })}
      />
      <ChoiceSetting
        label="Tasks start"
        value={arrival}
        choices={[
          ['back-to-back', 'back to back'],
          ['periodic', 'at a rate'],
        ]}
        help="Back to back: as soon as the best split’s task before it is done."
        origin="ours"
        onChange={(value) => change({ arrival: value })}
      />
      {arrival === 'periodic' && (
        <NumberSetting name="periodMs" value={periodMs} onCommit={(value) => change({ periodMs: value })} />
      )}
      <NumberSetting name="sciMs" value={sciMs} onCommit={(value) => change({ sciMs: value })} />
      <ChoiceSetting
        label="Decisions are made"
        value={decision}
        choices={[
          ['at-start', 'as the task starts'],
          ['one-task-ahead', 'one task ahead'],
        ]}
        help="One task ahead: as the task before starts, so that the split is there when the task comes; what it rests on is older by the gap between them."
        origin="ours"
        onChange={(value) => change({ decision: value })}
      />
      <NumberSetting
        name="redecideMs"
        value={redecideMs}
        onCommit={(value) => change({ redecideMs: value })}
      />
      <Seed />
    </>
  );
}

function Seed() {
  const id = useId();
  const seed = useApp((state) => state.scenario.seed);
  const edit = useApp((state) => state.edit);
  return (
    <Field
      label="Seed"
      htmlFor={id}
      hintId={`${id}hint`}
      hint="Of the document. The same seed and settings give the same run, to the last bit."
    >
      <NumberField
        id={id}
        describedBy={`${id}hint`}
        value={seed}
        min={0}
        max={limits.seed}
        whole
        onCommit={(value) => edit((scenario) => changeScenario(scenario, { seed: value ?? scenario.seed }))}
      />
    </Field>
  );
}

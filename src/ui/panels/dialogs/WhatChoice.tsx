import { placeHere } from '../../../state/linkPlace';
import { useApp, useAppStore } from '../../../state/useStore';
import { formatNumber } from '../../format';
import { Choice } from '../../primitives/Choice';
import fieldStyles from '../../primitives/Field.module.css';
import styles from './Dialogs.module.css';
import type { ShareWhat } from './useShareLink';

interface Props {
  readonly what: ShareWhat;
  readonly onChange: (what: ShareWhat) => void;
}

/** What the link opens at, as far as the place on screen leaves a choice. */
export function WhatChoice({ what, onChange }: Props) {
  const place = useApp((state) => state.view.place);
  const figure = useApp((state) => state.reproduction.shown);
  if (place === 'profile') return null;
  if (place === 'reproduce') {
    return (
      <Choice
        label="What the link opens"
        value={what}
        choices={[
          ['figure', `Figure ${figure}, as it is asked now`],
          ['document', 'The network that is drawn'],
        ]}
        onChange={onChange}
      />
    );
  }
  return (
    <label className={fieldStyles.check}>
      <input
        type="checkbox"
        checked={what === 'here'}
        onChange={(event) => onChange(event.target.checked ? 'here' : 'document')}
      />
      <span>
        {place === 'simulate' ? 'Open it in Simulate, as it is shown now' : 'Open it at this tab'}
        <span className={styles.small}>
          {' '}
          {place === 'simulate' ? (
            <SimulatedWords />
          ) : (
            'The link shows what is below the drawing now, at the step it is at.'
          )}
        </span>
      </span>
    </label>
  );
}

function SimulatedWords() {
  const here = placeHere(useAppStore().getState());
  const moment = here !== null && 'moment' in here ? here.moment : null;
  if (moment === null) return 'The link runs the simulation.';
  const at = `The link runs the simulation and shows it at ${formatNumber(moment.atMs / 1e3, 6)} s`;
  return moment.run === null
    ? `${at}. The run on screen is of the document before it changed: the link runs it as it is now.`
    : `${at}. It says whether the run is the same: ${moment.run}.`;
}

import { memo, useId } from 'react';
import { resetSimulation } from '../../../../core/scenario/simulationEdits';
import { useApp } from '../../../../state/useStore';
import { Button } from '../../../primitives/Button';
import { Section } from '../../../primitives/Section';
import styles from '../Simulate.module.css';
import { MobilitySettings } from './MobilitySettings';
import { PredictionSettings } from './PredictionSettings';
import { RadioSettings } from './RadioSettings';
import { TimeSettings } from './TimeSettings';
import { TracesSettings } from './TracesSettings';
import { TrafficSettings } from './TrafficSettings';
import { useSectionAsked } from './useSectionAsked';

const sections = [
  ['time', 'Time and tasks', TimeSettings],
  ['radio', 'Radio', RadioSettings],
  ['mobility', 'Mobility', MobilitySettings],
  ['traffic', 'Traffic', TrafficSettings],
  ['traces', 'Traces', TracesSettings],
  ['prediction', 'Prediction', PredictionSettings],
] as const;

/** Every setting of the simulation. They are part of the document: undoable, saved and in the link. */
export const SettingsPanel = memo(function SettingsPanel({ folded = false }: { readonly folded?: boolean }) {
  const isUsual = useApp((state) => state.scenario.simulation === null);
  const edit = useApp((state) => state.edit);
  const id = useId();
  useSectionAsked(id);
  return (
    <div className={styles.panel}>
      <h2>Settings</h2>
      <p className={styles.small}>
        They are part of the document: saved, in the link, and undoable. Each is tagged with whose choice its
        usual value is: HiveMind’s, 5G’s specifications (3GPP), or assumed by us.
      </p>
      <div>
        <Button
          title="All as usual: without way, shares and traces"
          disabled={isUsual}
          onClick={() => edit(resetSimulation)}
        >
          Reset all settings
        </Button>
      </div>
      {sections.map(([section, title, Settings], index) => (
        <Section key={section} partId={`${id}${section}`} title={title} folded={folded || index > 0}>
          <Settings />
        </Section>
      ))}
    </div>
  );
});

import { places, type Place } from '../../state/types';
import { useApp } from '../../state/useStore';
import { Button } from '../primitives/Button';
import styles from './TopBar.module.css';

const placeNames: Readonly<Record<Place, string>> = {
  play: 'Play',
  simulate: 'Simulate',
  reproduce: 'Reproduce',
  profile: 'Profile',
};

/** The places of the page that exist. */
export function Places() {
  const current = useApp((state) => state.view.place);
  const changeView = useApp((state) => state.changeView);
  return (
    <nav aria-label="Places" className={styles.places}>
      {places.map((place) => (
        <Button
          key={place}
          look="quiet"
          aria-current={place === current ? 'page' : undefined}
          onClick={() => changeView({ place })}
        >
          {placeNames[place]}
        </Button>
      ))}
    </nav>
  );
}

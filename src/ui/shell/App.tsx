import { lazy, Suspense } from 'react';
import { useApp } from '../../state/useStore';
import { ErrorBoundary } from '../errors/ErrorBoundary';
import { Button } from '../primitives/Button';
import styles from './App.module.css';
import { Dialogs } from './Dialogs';
import { FileDrop } from './FileDrop';
import { Notices } from './Notices';
import { phoneQuery } from './phoneQuery';
import { PlaceFocus } from './PlaceFocus';
import { PlayPlace } from './PlayPlace';
import { TopBar } from './TopBar';
import { useAppearance } from './useAppearance';
import { useMedia } from './useMedia';
import { useRunMark } from './useRunMark';

const ProfilePlace = lazy(async () => ({
  default: (await import('../panels/profile/ProfilePlace')).ProfilePlace,
}));

const SimulatePlace = lazy(async () => ({
  default: (await import('../panels/simulate/SimulatePlace')).SimulatePlace,
}));

const ReproducePlace = lazy(async () => ({
  default: (await import('../panels/reproduce/ReproducePlace')).ReproducePlace,
}));

const PhonePlay = lazy(async () => ({ default: (await import('./PhonePlay')).PhonePlay }));

export function App() {
  const place = useApp((state) => state.view.place);
  const isPhone = useMedia(phoneQuery);
  useAppearance();
  useRunMark();
  return (
    <div className={isPhone ? styles.phone : styles.app}>
      <Button className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </Button>
      <ErrorBoundary panel="The top bar">
        <TopBar />
      </ErrorBoundary>
      <ErrorBoundary panel="This place" key={place}>
        <Suspense fallback={<p className={styles.loading}>Loading…</p>}>
          <PlaceFocus place={place} />
          {place === 'profile' ? (
            <ProfilePlace />
          ) : place === 'simulate' ? (
            <SimulatePlace isPhone={isPhone} />
          ) : place === 'reproduce' ? (
            <ReproducePlace isPhone={isPhone} />
          ) : isPhone ? (
            <PhonePlay />
          ) : (
            <PlayPlace />
          )}
        </Suspense>
      </ErrorBoundary>
      <Dialogs />
      <Notices />
      <FileDrop />
    </div>
  );
}

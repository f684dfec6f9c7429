import { useEffect } from 'react';
import { useApp } from '../../../state/useStore';

/** HiveMind's evaluation, figure by figure. */
export function ReproducePlace({ isPhone }: { readonly isPhone: boolean }) {
  const loadFigures = useApp((state) => state.loadFigures);
  const texts = useApp((state) => state.reproduction.texts);
  useEffect(() => void loadFigures(), [loadFigures]);
  return (
    <main id="main" tabIndex={-1} data-phone={isPhone}>
      <h1>The paper, reproduced</h1>
      <p>{texts?.length}</p>
    </main>
  );
}

import { lazy, Suspense } from 'react';

const Tables = lazy(async () => ({ default: (await import('./Tables')).Tables }));

/** The tables, loaded when they are first shown. */
export function TablesPanel() {
  return (
    <Suspense>
      <Tables />
    </Suspense>
  );
}

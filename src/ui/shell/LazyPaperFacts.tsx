import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../errors/ErrorBoundary';

const PaperFacts = lazy(async () => ({ default: (await import('./PaperFacts')).PaperFacts }));

/** Loaded beforehand: nothing can be fetched once printing has begun. */
export function LazyPaperFacts() {
  return (
    <ErrorBoundary panel="What is printed below the charts">
      <Suspense>
        <PaperFacts />
      </Suspense>
    </ErrorBoundary>
  );
}

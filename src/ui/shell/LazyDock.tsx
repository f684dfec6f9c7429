import { lazy, Suspense } from 'react';
import styles from './App.module.css';

// The charts follow the canvas: it is what the page opens with.
const Dock = lazy(async () => ({ default: (await import('../panels/dock/Dock')).Dock }));

export function LazyDock({ canEnlarge = false }: { readonly canEnlarge?: boolean }) {
  return (
    <Suspense fallback={<p className={styles.loading}>Loading the charts…</p>}>
      <Dock canEnlarge={canEnlarge} />
    </Suspense>
  );
}

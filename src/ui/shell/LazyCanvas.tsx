import { lazy, Suspense, type ComponentProps } from 'react';
import { phoneQuery } from './phoneQuery';

const load = () => import('../canvas/Canvas');

// A phone draws the network as a strip and never needs it. Elsewhere it is on its way while the document is still being read.
const early = window.matchMedia(phoneQuery).matches ? null : load();
// Whoever shows it meets the failure; until then nobody has asked.
early?.catch(() => undefined);

const Canvas = lazy(async () => ({ default: (await (early ?? load())).Canvas }));

export function LazyCanvas(props: ComponentProps<typeof Canvas>) {
  return (
    <Suspense>
      <Canvas {...props} />
    </Suspense>
  );
}

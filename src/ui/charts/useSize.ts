import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  /** 0 until the element has been measured. */
  readonly width: number;
  readonly height: number;
  /** Size of a chart's text [px]: --text-small, which grows on a projector. */
  readonly textPx: number;
}

const unmeasured: Size = { width: 0, height: 0, textPx: 14 };

/** Size of an element, in whole pixels, kept up to date. Layouts take it as an argument. */
export function useSize<E extends Element>(): readonly [RefObject<E | null>, Size] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState(unmeasured);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const next = { width: Math.floor(box.width), height: Math.floor(box.height), textPx: rem * 0.875 };
      setSize((old) =>
        old.width === next.width && old.height === next.height && old.textPx === next.textPx ? old : next,
      );
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    // The projector setting changes the text, not the box.
    const settings = new MutationObserver(measure);
    settings.observe(document.documentElement, { attributes: true, attributeFilter: ['data-projector'] });
    return () => {
      sizes.disconnect();
      settings.disconnect();
    };
  }, []);
  return [ref, size];
}

import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Takes the focus when what had it inside gives way to something else (a button to a bar of progress): a keyboard goes on from
 * here and not from the top. It must be drawn again whenever that happens.
 */
export function KeptFocus({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const within = useRef(false);
  useEffect(() => {
    const { activeElement, body } = document;
    if (within.current && (activeElement === null || activeElement === body)) box.current?.focus();
  });
  return (
    <div
      ref={box}
      tabIndex={-1}
      className={className}
      onFocus={() => (within.current = true)}
      // Not told when the element goes away: then it was within until the end.
      onBlur={() => (within.current = false)}
    >
      {children}
    </div>
  );
}

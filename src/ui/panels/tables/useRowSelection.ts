import { useEffect, useRef, type RefObject } from 'react';

interface RowSelection {
  readonly ref: RefObject<HTMLTableRowElement | null>;
  /** Spread on the row. */
  readonly props: { readonly 'aria-current': 'true' | undefined; readonly onFocus: () => void };
}

/** Ties a row to the selection: focus in the row selects its item, and an item selected elsewhere comes into view. */
export function useRowSelection(selected: boolean, select: () => void): RowSelection {
  const ref = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    const row = ref.current;
    if (selected && row !== null && !row.contains(document.activeElement))
      row.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return {
    ref,
    props: {
      'aria-current': selected ? 'true' : undefined,
      onFocus: () => {
        if (!selected) select();
      },
    },
  };
}

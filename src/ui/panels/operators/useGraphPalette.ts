import { useEffect, useMemo, useState } from 'react';
import type { NodeColour } from '../../nodeColours';
import type { GraphPalette } from './graphScene';

/** Names of the drawing that are tokens under another name; every other name is a token itself. */
const renamed: Readonly<Record<string, string>> = {
  sunken: 'surface-sunken',
  soft: 'ink-soft',
  end: 'surface-raised',
  'on-end': 'ink',
  cannot: 'surface',
  'on-cannot': 'ink',
};

/** The drawing's colours as they are in the page's theme now: a canvas cannot read CSS by itself. */
export function useGraphPalette(
  area: HTMLElement | null,
  rowColours: readonly NodeColour[],
): GraphPalette | null {
  const [theme, changeTheme] = useState(0);
  useEffect(() => {
    const changed = () => changeTheme((count) => count + 1);
    const settings = new MutationObserver(changed);
    settings.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', changed);
    return () => {
      settings.disconnect();
      system.removeEventListener('change', changed);
    };
  }, []);
  const key = rowColours.join(' ');
  return useMemo(() => (area === null ? null : paletteOf(area, key.split(' '), theme)), [area, key, theme]);
}

/** `theme` only tells one reading from the next. */
function paletteOf(area: HTMLElement, rowColours: readonly string[], theme: number): GraphPalette {
  const style = getComputedStyle(area);
  const known = new Map<string, string>();
  return {
    theme,
    colour: (name) => {
      let value = known.get(name);
      if (value === undefined) {
        value = style.getPropertyValue(`--${tokenOf(name, rowColours)}`).trim();
        known.set(name, value);
      }
      return value;
    },
  };
}

/** 'node-2' is the third node of the row, whichever of the page's hues it has. */
function tokenOf(name: string, rowColours: readonly string[]): string {
  const node = /^(on-)?node-(\d+)$/u.exec(name);
  if (node !== null) return `${node[1] ?? ''}node-${rowColours[Number(node[2])] ?? 'other'}`;
  return renamed[name] ?? name;
}

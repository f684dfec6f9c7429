import { useEffect } from 'react';
import { useApp } from '../../state/useStore';
import { useMedia } from './useMedia';

/** Keeps theme and text size of the page as the settings, or the system, say. public/theme.js does it before first paint. */
export function useAppearance(): void {
  const { theme, projector } = useApp((state) => state.settings);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = shown;
    dataset['projector'] = String(projector);
  }, [shown, projector]);
}

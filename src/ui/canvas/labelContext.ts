import { createContext } from 'react';
import type { LinkId } from '../../core/network/types';
import type { Detail } from './boxScale';
import type { Box } from './linkGeometry';

/** How much the boxes say now. */
export const DetailContext = createContext<Detail>('full');

/** How many times larger than the plan boxes and texts are drawn. */
export const ScaleContext = createContext(1);

/** Where the texts of links are; those without room are missing. */
export const LabelPlacesContext = createContext<ReadonlyMap<string, Box>>(new Map());

export function labelKey(link: LinkId, what: 'capacity' | 'transfers'): string {
  return `${link} ${what}`;
}

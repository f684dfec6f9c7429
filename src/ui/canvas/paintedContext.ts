/** What is painted in place of the shown plan, and what links carry now: given where time passes, null elsewhere. */
import { createContext } from 'react';
import type { LinkId, NetworkLink, NodeId } from '../../core/network/types';
import type { NodeColour } from '../nodeColours';
import type { PlanOverlay } from './planOverlay';

export interface Painted {
  readonly overlay: PlanOverlay;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
  readonly blockCount: number;
}

export const PaintedContext = createContext<Painted | null>(null);

/** How often each link is crossed by what is painted: it changes with the split alone, and room for texts with it. */
export const CrossingsContext = createContext<ReadonlyMap<LinkId, number> | null>(null);

export interface LinkNow {
  /** With the capacities of the moment [Mbit/s]. */
  readonly link: NetworkLink;
  /** How wide it is drawn: about 1. */
  readonly breath: number;
  /** The air to the serving cell is simulated in its place. */
  readonly isReplaced: boolean;
}

/** Links that are missing came after the run: they are as drawn. */
export const LinksNowContext = createContext<ReadonlyMap<LinkId, LinkNow> | null>(null);

/**
 * How much boxes say and how large they are drawn. From afar boxes and texts are larger than the plan, so that they keep
 * their size on screen as far as there is room; where there is too little, they say less before they get illegible.
 */
import type { NetworkNode } from '../../core/network/types';
import type { Size } from './flowElements';

/** Name, device, work with its share; name and work; name and blocks; the same in a narrower box. */
export type Detail = 'full' | 'compact' | 'tiny' | 'name';
/** From most to least words. */
export const details: readonly Detail[] = ['full', 'compact', 'tiny', 'name'];

type Placed = Pick<NetworkNode, 'xM' | 'yM' | 'device'>;

/** Text of a box and of a link, drawn at scale 1 [px]. */
export const textPx = 14;
/** 13 px: texts of boxes that leave out what they can are not made smaller as long as there is room. */
const legible = 0.93;
/** Boxes say less rather than have smaller texts than this part of what is wanted: 12 of 14 px. */
const readable = 0.857;
/** Links give way rather than that texts get smaller than this part of `textPx`: 11.5 px, and 13 px. */
const leasts: Readonly<Record<Detail, number>> = { full: 0.84, compact: 0.84, tiny: 0.96, name: 0.96 };

/** Room for a link and its figures between two boxes side by side, and one above the other. */
const linkRoom: Readonly<Record<Detail, Size>> = {
  full: { width: 76, height: 44 },
  compact: { width: 70, height: 40 },
  tiny: { width: 26, height: 18 },
  name: { width: 26, height: 18 },
};
/** Boxes that lie on each other anyway do not make all others smaller. */
const hopeless = 0.5;
const largest = 8;
/** Boxes grow in steps, so that zooming does not measure them anew all the time. */
const step = 1.03;

/** The size of a box at scale 1 [px]. It depends on nothing that a slider changes: boxes stand still during a drag. */
export function boxSize({ device }: Pick<NetworkNode, 'device'>, detail: Detail): Size {
  const computes = device !== null;
  switch (detail) {
    case 'full':
      return { width: 172, height: computes ? 134 : 62 };
    case 'compact':
      return { width: 132, height: computes ? 74 : 32 };
    case 'tiny':
      return { width: 98, height: computes ? 44 : 26 };
    case 'name':
      return { width: 70, height: 40 };
  }
}

/**
 * How many times larger than the plan boxes may be before two come too near: with room for links, and without, which is for
 * texts that would else be less than a part of `textPx`.
 */
export interface GrowthLimit {
  readonly roomy: number;
  readonly tight: number;
  readonly least: number;
}

/** O(nodes squared), at most 20,000 pairs. */
export function growthLimit(nodes: readonly Placed[], detail: Detail): GrowthLimit {
  const limit = { roomy: largest, tight: largest, least: leasts[detail] };
  const sizes = nodes.map((node) => boxSize(node, detail));
  const room = linkRoom[detail];
  for (const [index, one] of nodes.entries()) {
    for (let other = index + 1; other < nodes.length; other += 1) {
      const across = Math.abs(one.xM - nodes[other]!.xM);
      const down = Math.abs(one.yM - nodes[other]!.yM);
      const width = (sizes[index]!.width + sizes[other]!.width) / 2;
      const height = (sizes[index]!.height + sizes[other]!.height) / 2;
      const tight = Math.max(across / (width + 6), down / (height + 6));
      if (tight < hopeless) continue;
      limit.tight = Math.min(limit.tight, tight);
      limit.roomy = Math.min(
        limit.roomy,
        Math.max(across / (width + room.width), down / (height + room.height)),
      );
    }
  }
  return limit;
}

export type GrowthLimits = Readonly<Record<Detail, GrowthLimit>>;

export function growthLimits(nodes: readonly Placed[]): GrowthLimits {
  return {
    full: growthLimit(nodes, 'full'),
    compact: growthLimit(nodes, 'compact'),
    tiny: growthLimit(nodes, 'tiny'),
    name: growthLimit(nodes, 'name'),
  };
}

/**
 * How many times larger than the plan boxes are drawn at a zoom.
 *
 * @param text how large texts are wanted, in parts of `textPx`: 1, more on a projector
 */
export function boxScale(zoom: number, limit: GrowthLimit, text: number): number {
  const wanted = Math.min(Math.max(1, text / zoom), limit.roomy);
  const needed = Math.min(limit.least / zoom, limit.tight);
  return step ** Math.floor(Math.log(Math.max(wanted, needed)) / Math.log(step) + 1e-9);
}

export function isReadable(zoom: number, limits: GrowthLimits, detail: Detail, text: number): boolean {
  const size = boxScale(zoom, limits[detail], text) * zoom;
  // Fewer words are for larger texts; those that are left do not go because still larger ones are wanted.
  return size >= (detail === 'full' || detail === 'compact' ? readable * text : legible);
}

/** What was shown when the drawing was fitted. */
export interface Fitted {
  readonly detail: Detail;
  readonly zoom: number;
}

/** What boxes say at a zoom: as they were fitted, more as soon as the visitor comes nearer, less from farther away. */
export function detailAt(zoom: number, limits: GrowthLimits, text: number, fitted: Fitted | null): Detail {
  const from = fitted !== null && zoom <= fitted.zoom * 1.05 ? details.indexOf(fitted.detail) : 0;
  return details.slice(from).find((detail) => isReadable(zoom, limits, detail, text)) ?? 'name';
}

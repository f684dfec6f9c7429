import { useMemo } from 'react';
import type { LinkId } from '../../core/network/types';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import type { AppState } from '../../state/types';
import { selectShown, useApp } from '../../state/useStore';
import { textPx, type Detail } from './boxScale';
import { boxesOf, segmentsOf } from './flowBoxes';
import type { FlowLink } from './flowElements';
import { labelKey } from './labelContext';
import { placeLabels, type Label } from './labelPlaces';
import { isSteep, type Box, type Segment } from './linkGeometry';
import { isDown } from './linkModel';
import { planOverlay } from './planOverlay';
import { problemMarks } from './problemMarks';

/** From the middle of a line to the nearest edge of its text, at scale 1 [px]. */
const distancePx = 12;
/** Room for the longest text, so that labels stand still while their figures change: "0.241 ms", "↓ 50.2 kB, 0.241 ms". */
const widthsPx = { stacked: 68, inline: 148, capacity: 96, capacities: 124 };
const linePx = textPx * 1.25;

/** Where the texts of all links go. It changes with the drawing and with what is written, not with the figures. */
export function useLabelPlaces(
  links: readonly FlowLink[],
  detail: Detail,
  scale: number,
  crossings: ReadonlyMap<LinkId, number> | null,
): ReadonlyMap<string, Box> {
  const nodes = useApp((state) => selectShown(state).nodes);
  const written = useApp((state) => writtenOn(state, crossings));
  // In a run most links carry other rates either way, and both are said.
  const capacityPx = crossings === null ? widthsPx.capacity : widthsPx.capacities;
  return useMemo(() => {
    const boxes = boxesOf(nodes, detail, scale);
    const ends = links.map(({ source, target, data }) => ({ a: source, b: target, lane: data?.lane }));
    const segments = segmentsOf(ends, nodes, boxes);
    const labels = labelsOf(links, segments, written, detail, scale, capacityPx);
    const lines = segments.filter((segment) => segment !== null);
    return placeLabels(labels, boxes, distancePx * scale, lines);
  }, [links, nodes, written, detail, scale, capacityPx]);
}

/** One character per link, in their order: its transfers, and whether its capacity must be said. */
function writtenOn(state: AppState, crossings: ReadonlyMap<LinkId, number> | null): string {
  const carried = planOverlay(selectShownPlan(state)).links;
  const marks = problemMarks(selectAnswer(state)?.solution.problems).links;
  return selectShown(state)
    .links.map((link) => {
      // Each direction is one line of text.
      const transfers =
        crossings === null ? (carried.get(link.id)?.length ?? 0) : (crossings.get(link.id) ?? 0);
      return `${transfers}${isDown(link) || marks.has(link.id) ? '!' : '.'}`;
    })
    .join('');
}

function labelsOf(
  links: readonly FlowLink[],
  segments: readonly (Segment | null)[],
  written: string,
  detail: Detail,
  scale: number,
  capacityPx: number,
): readonly Label[] {
  return links.flatMap((link, index) => {
    const segment = segments[index] ?? null;
    if (segment === null) return [];
    const transfers = Number(written[index * 2] ?? 0);
    const mustSay = written[index * 2 + 1] === '!';
    return labelsOfLink(link.id as LinkId, segment, transfers, mustSay, detail, scale, capacityPx);
  });
}

function labelsOfLink(
  id: LinkId,
  segment: Segment,
  transfers: number,
  mustSay: boolean,
  detail: Detail,
  scale: number,
  capacityPx: number,
): readonly Label[] {
  const labels: Label[] = [];
  const isInline = transfers > 1 || isSteep(segment);
  if (transfers > 0) {
    labels.push({
      key: labelKey(id, 'transfers'),
      segment,
      width: (isInline ? widthsPx.inline : widthsPx.stacked) * scale,
      height: (isInline ? transfers : 2) * linePx * scale,
      side: 'below',
      essential: true,
    });
  }
  if (detail === 'full' || mustSay) {
    labels.push({
      key: labelKey(id, 'capacity'),
      segment,
      width: capacityPx * scale,
      height: linePx * scale,
      side: 'above',
      essential: mustSay,
    });
  }
  return labels;
}

/** A link whose capacity moves: up in any case, so that it has arcs, and which arcs those are. */
import type { LinkDirection, LinkId } from '../network/types';
import type { Scenario } from '../scenario/types';
import type { RouteProblem } from '../solvers/types';
import { directions } from './arcTable';
import type { BuiltProblem } from './buildProblem';

/** The moving directions up: as they are, or at 1 Mbit/s where they were down. */
export function withLinkUp(scenario: Scenario, link: LinkId, way: LinkDirection | 'both'): Scenario {
  const up = (direction: LinkDirection, mbps: number): number =>
    mbps === 0 && (way === 'both' || way === direction) ? 1 : mbps;
  const links = scenario.links.map((other) =>
    other.id === link
      ? { ...other, aToBMbps: up('aToB', other.aToBMbps), bToAMbps: up('bToA', other.bToAMbps) }
      : other,
  );
  return { ...scenario, links };
}

/** 1 for every arc of the link in that direction. */
export function arcsOf(
  problem: RouteProblem,
  { linkIds }: Pick<BuiltProblem, 'linkIds'>,
  link: LinkId,
  way: LinkDirection | 'both',
): Uint8Array {
  const index = linkIds.indexOf(link);
  return Uint8Array.from(problem.arcLink, (k, arc) =>
    k === index && (way === 'both' || way === directions[problem.arcDirection[arc]!]) ? 1 : 0,
  );
}

/** What HiveMind's Table I says about the links, and what is the same in all its networks. */
import type { LinkId } from '../../network/types';
import { defaultSimulation } from '../../simulation/settings';
import type { LinkShare, TrafficSettings } from '../../traffic/types';

/** Mean and standard deviation of the UE's share at mid load, and the link's capacity, which is its ceiling [Mbit/s]. */
type TableRow = readonly [meanMbps: number, sdMbps: number, ceilingMbps: number];

/**
 * Load x1 is the paper's mid load; a population of background UEs, what they want, and how a share follows it are ours, as
 * are the shares' laws beyond mean and standard deviation.
 */
export function sharesOf(table: Readonly<Record<string, TableRow>>): TrafficSettings {
  const links = Object.entries(table).map(([link, [meanMbps, sdMbps, ceilingMbps]]): LinkShare => ({
    link: link as LinkId,
    meanMbps,
    sdMbps,
    ceilingMbps,
  }));
  return { ...defaultSimulation.traffic, load: 1, links };
}

/** Background traffic and what it leaves to the UE. */
import type { LinkDirection, LinkId } from '../network/types';

/** What the UE gets of a link at load x1 and the usual demand: mean and standard deviation of its share, and the most it can get [Mbit/s]. */
export interface LinkShare {
  readonly link: LinkId;
  readonly meanMbps: number;
  readonly sdMbps: number;
  readonly ceilingMbps: number;
}

export interface TrafficSettings {
  /** Background UEs in all cells at load x1. */
  readonly population: number;
  /** A UE alternates between wanting something and nothing; mean lengths [s]. */
  readonly activeS: number;
  readonly idleS: number;
  /**
   * What an active UE wants at load x1: log-normal, median [Mbit/s] and standard deviation of its natural logarithm. The shares
   * below hold at a median of 4: twice as much leaves as much less of them as the rates of load x2 do.
   */
  readonly demandMedianMbps: number;
  readonly demandSigma: number;
  /** On population and on what each wants (HiveMind: 2, 1 and 1/2). */
  readonly load: number;
  /** Part of the variance of a share that changes from one coherence time to the next, 0..1; the rest follows the load. */
  readonly fastPart: number;
  /** Correlation of that part from one coherence time to the next (AR(1)), 0..1. */
  readonly fastCorrelation: number;
  /** Links not named here: mean what is drawn, `usualSd` of it as standard deviation, `usualCeiling` of it at most. */
  readonly links: readonly LinkShare[];
  readonly usualSd: number;
  readonly usualCeiling: number;
  /** The UE's part of its cell's air time at load x1: mean and standard deviation, 0..1. */
  readonly airTimeMean: number;
  readonly airTimeSd: number;
}

/** What a link's capacity follows instead, sampled evenly. */
export interface LinkTrace {
  readonly link: LinkId;
  readonly direction: LinkDirection | 'both';
  /** Of the file it came from. */
  readonly name: string;
  readonly stepS: number;
  readonly mbps: readonly number[];
  /** Starts anew at its end; otherwise it keeps its last value. */
  readonly loop: boolean;
}

/** One direction of a link whose share follows the traffic. */
export interface LoadedLink {
  /** Indices of the cells whose traffic crosses it. Empty: the fast part alone. */
  readonly cells: readonly number[];
  readonly meanMbps: number;
  readonly sdMbps: number;
  readonly ceilingMbps: number;
}

export interface TrafficInput {
  readonly settings: TrafficSettings;
  readonly cellCount: number;
  readonly links: readonly LoadedLink[];
  readonly coherenceS: number;
  readonly durationS: number;
  readonly seed: number;
}

/** One entry a coherence time, ceil(duration / coherence) + 1 of them; piecewise constant. */
export interface TrafficSeries {
  /** [link] Mbit/s. */
  readonly links: readonly Float32Array[];
  /** [cell] part of the air time that the UE would get, 0..1. */
  readonly airTime: readonly Float32Array[];
  /** [cell] active background UEs, one entry every 100 ms. */
  readonly activeUes: readonly Uint32Array[];
}

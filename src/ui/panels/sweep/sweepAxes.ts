/** What can be swept in a document: the choices, their units, and where each axis starts out. */
import type { LinkDirection, NetworkLink } from '../../../core/network/types';
import { profileFor } from '../../../core/profile/profileFor';
import type { Scenario } from '../../../core/scenario/types';
import { sweepRange } from '../../../core/studies/sweepAxis';
import { standsAt } from '../../../core/studies/sweepEdit';
import type { SweepAxis, SweepOptions, SweepParameter } from '../../../core/studies/sweepTypes';
import { heroLink } from '../../../state/ticksTarget';
import { namesOf } from '../../errors/names';
import { formatBytes, formatMbps, formatNumber } from '../../format';

export interface AxisChoice {
  /** Stable within a document. */
  readonly key: string;
  readonly parameter: SweepParameter;
  /** "Capacity of Phone – gNB" */
  readonly label: string;
  readonly group: 'Capacity' | 'Delay' | 'Speed' | 'Memory' | 'Model';
}

export const axisKey = (parameter: SweepParameter): string => JSON.stringify(parameter);

/** Everything that can be swept, in the order of the menu. */
export function axisChoices(scenario: Scenario): readonly AxisChoice[] {
  const names = namesOf(scenario);
  const hero = heroLink(scenario);
  const links = [...scenario.links].sort((a, b) => Number(b === hero) - Number(a === hero));
  const computing = scenario.nodes.filter((node) => profileFor(scenario, node).profile !== null);
  const choice = (group: AxisChoice['group'], parameter: SweepParameter, label: string): AxisChoice => ({
    key: axisKey(parameter),
    parameter,
    label,
    group,
  });
  return [
    ...links.flatMap((link) =>
      directionsOf(link).map((direction) =>
        choice(
          'Capacity',
          { kind: 'capacity', link: link.id, direction },
          `Capacity of ${endsOf(scenario, link, direction)}`,
        ),
      ),
    ),
    ...links.map((link) =>
      choice('Delay', { kind: 'delay', link: link.id }, `Delay of ${names.link(link.id)}`),
    ),
    ...computing.map(({ id }) => choice('Speed', { kind: 'speed', node: id }, `Speed of ${names.node(id)}`)),
    ...computing.map(({ id }) =>
      choice('Memory', { kind: 'memory', node: id }, `Memory of ${names.node(id)}`),
    ),
    ...(scenario.workload.kind === 'catalogue'
      ? [choice('Model', { kind: 'input-px' }, 'Height and width of the picture')]
      : []),
  ];
}

function directionsOf(link: NetworkLink): readonly (LinkDirection | 'both')[] {
  return link.symmetric ? ['both'] : ['aToB', 'bToA'];
}

function endsOf(scenario: Scenario, link: NetworkLink, direction: LinkDirection | 'both'): string {
  const names = namesOf(scenario);
  if (direction === 'both') return names.link(link.id);
  const [from, to] = direction === 'aToB' ? [link.a, link.b] : [link.b, link.a];
  return `${names.node(from)} → ${names.node(to)}`;
}

/** A decade and a half around where the document stands, and all of what sizes may be. */
export function defaultAxis(scenario: Scenario, parameter: SweepParameter, isMap: boolean): SweepAxis {
  const stands = standsAt(scenario, parameter);
  const steps = isMap ? 60 : 121;
  const around = (centre: number, factor: number): SweepAxis => ({
    parameter,
    from: niceDown(centre / factor),
    to: niceUp(centre * factor),
    steps,
    scale: 'log',
  });
  switch (parameter.kind) {
    case 'capacity':
      return fitAxis(around(stands !== null && stands > 0 ? stands : 100, 30));
    case 'delay':
      return { parameter, from: 0, to: niceUp(Math.max(10, (stands ?? 0) * 4)), steps, scale: 'linear' };
    case 'speed':
      return { parameter, from: 0.1, to: 10, steps, scale: 'log' };
    case 'memory':
      return { parameter, from: 1, to: 1000, steps, scale: 'log' };
    case 'input-px':
      return { parameter, from: 64, to: 512, steps: isMap ? 29 : 57, scale: 'linear' };
  }
}

function fitAxis(axis: SweepAxis): SweepAxis {
  const { min, max } = sweepRange(axis.parameter);
  return { ...axis, from: Math.max(min, axis.from), to: Math.min(max, axis.to) };
}

const niceDown = (value: number): number => 10 ** Math.floor(Math.log10(value) + 1e-9);
const niceUp = (value: number): number => 10 ** Math.ceil(Math.log10(value) - 1e-9);

/** The sweep to open with: the radio link of the source. null: the document has nothing to sweep. */
export function defaultSweep(scenario: Scenario): SweepOptions | null {
  const [first] = axisChoices(scenario);
  return first === undefined ? null : { x: defaultAxis(scenario, first.parameter, false), y: null };
}

/** The sweep as far as the document still has its parameters; null: nothing of it is left. */
export function fittingSweep(scenario: Scenario, { x, y }: SweepOptions): SweepOptions | null {
  const keys = new Set(axisChoices(scenario).map(({ key }) => key));
  const has = (axis: SweepAxis): boolean => keys.has(axisKey(axis.parameter));
  if (!has(x)) return y !== null && has(y) ? { x: y, y: null } : null;
  return { x, y: y !== null && has(y) && axisKey(y.parameter) !== axisKey(x.parameter) ? y : null };
}

export function axisUnit({ kind }: SweepParameter): string {
  return { capacity: 'Mbit/s', delay: 'ms', speed: 'x', memory: 'MB', 'input-px': 'px' }[kind];
}

/** "290 Mbit/s", "5 ms", "2x", "512 MB", "224 px" */
export function formatAxisValue({ kind }: SweepParameter, value: number): string {
  switch (kind) {
    case 'capacity':
      return formatMbps(value);
    case 'delay':
      return `${formatNumber(value)} ms`;
    case 'speed':
      return `${formatNumber(value)}x`;
    case 'memory':
      return formatBytes(value * 1e6);
    case 'input-px':
      return `${formatNumber(value)} px`;
  }
}

import { workloadChain } from '../../../core/model/workloadChain';
import { secondsOf } from '../../../core/profile/blockTime';
import type { Profile } from '../../../core/profile/types';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import legendStyles from '../../charts/NodeLegend.module.css';
import { Swatch } from '../../charts/Swatch';
import { formatSeconds } from '../../format';
import { blockTimesLayout } from './blockTimesLayout';
import { BlockTimesChart, type BlockTimesSeries } from './BlockTimesChart';
import { seriesColour } from './seriesColour';

export interface NamedProfile {
  readonly name: string;
  readonly profile: Profile;
}

interface Props {
  readonly title: string;
  readonly fileName: string;
  readonly profiles: readonly NamedProfile[];
}

/** Block times of one or more profiles of one model side by side; names while the model is still the scenario's. */
export function SeriesChart({ title, fileName, profiles }: Props) {
  const nameOf = useBlockNames(profiles[0]?.profile.modelKey);
  const series = profiles.map(({ name, profile }): BlockTimesSeries => ({
    name,
    times: profile.blocks.map(({ time, intervalS }) => ({
      seconds: secondsOf(time),
      below: 'belowS' in time,
      intervalS,
    })),
  }));
  const blocks = series[0]?.times.length ?? 0;
  const slowest = series.map(({ name, times }) => {
    const at = times.reduce((most, { seconds }, i) => (seconds > times[most]!.seconds ? i : most), 0);
    return `${series.length === 1 ? 'the slowest' : `${name}, the slowest`} is block ${at + 1} with ${formatSeconds(times[at]?.seconds ?? 0)}`;
  });
  const { missing, scale } = blockTimesLayout(
    series.map(({ times }) => times),
    1,
    1,
  );
  const summary = `${blocks} blocks; ${slowest.join('; ')}. Whiskers are 95 % intervals; hollow bars are below what the clock can tell.${scale === 'log' ? ' The axis goes in decades, because they are far apart.' : ''}`;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      fileName={fileName}
      missing={missing}
      table={{
        columns: [
          { name: 'block' },
          { name: 'name' },
          ...series.flatMap(({ name }) => [
            { name: `${name} (ms)` },
            { name: `${name}, from (ms)` },
            { name: `${name}, to (ms)` },
          ]),
        ],
        rows: Array.from({ length: blocks }, (_, block) => [
          block + 1,
          nameOf(block),
          ...series.flatMap(({ times }) => {
            const time = times[block];
            return [time?.seconds, time?.intervalS?.[0], time?.intervalS?.[1]].map((seconds) =>
              seconds === undefined ? null : seconds * 1e3,
            );
          }),
        ]),
      }}
    >
      {series.length > 1 && (
        <ul className={legendStyles.legend}>
          {series.map(({ name }, index) => (
            <li key={name}>
              <Swatch fill={seriesColour(index)} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <BlockTimesChart series={series} nameOf={nameOf} label={summary} />
    </ChartFrame>
  );
}

/** Names of the blocks while the scenario's model is the one asked for; else ''. */
export function useBlockNames(modelKey: string | undefined): (block: number) => string {
  const workload = useApp((state) => state.scenario.workload);
  const chain = workloadChain(workload);
  return (block) => (chain.modelKey === modelKey ? (chain.blocks[block]?.name ?? '') : '');
}

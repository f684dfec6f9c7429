import { workloadChain } from '../../../core/model/workloadChain';
import { secondsOf } from '../../../core/profile/blockTime';
import type { Profile } from '../../../core/profile/types';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { formatSeconds } from '../../format';
import { BlockTimesChart } from './BlockTimesChart';

/** The block times of a measurement with their intervals; names while the model is still the scenario's. */
export function ResultChart({ profile }: { readonly profile: Profile }) {
  const workload = useApp((state) => state.scenario.workload);
  const chain = workloadChain(workload);
  const fits = chain.modelKey === profile.modelKey;
  const nameOf = (i: number) => (fits ? (chain.blocks[i]?.name ?? '') : '');
  const times = profile.blocks.map(({ time, intervalS }) => ({
    seconds: secondsOf(time),
    below: 'belowS' in time,
    intervalS,
  }));
  const slowest = times.reduce((at, { seconds }, i) => (seconds > times[at]!.seconds ? i : at), 0);
  const summary = `${times.length} blocks; the slowest, block ${slowest + 1}, takes ${formatSeconds(times[slowest]?.seconds ?? 0)}. Whiskers are 95 % intervals; hollow bars are below what the clock can tell.`;
  return (
    <ChartFrame
      title="Time of each block"
      summary={summary}
      fileName="block-times"
      table={{
        columns: [
          { name: 'block' },
          { name: 'name' },
          { name: 'time (ms)' },
          { name: 'from (ms)' },
          { name: 'to (ms)' },
        ],
        rows: times.map(({ seconds, intervalS }, i) => [
          i + 1,
          nameOf(i),
          seconds * 1e3,
          intervalS === null ? null : intervalS[0] * 1e3,
          intervalS === null ? null : intervalS[1] * 1e3,
        ]),
      }}
    >
      <BlockTimesChart times={times} label={summary} />
    </ChartFrame>
  );
}

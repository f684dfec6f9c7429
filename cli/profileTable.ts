/** What was measured, as a short table for a terminal. */
import { secondsOf } from '../src/core/profile/blockTime';
import { countedS, spreadOf } from '../src/core/profile/steadiness';
import type { Profile } from '../src/core/profile/types';

const slowest = 5;

/** @param names - of the model's blocks, in order */
export function profileTable(profiles: readonly Profile[], names: readonly string[]): string {
  return profiles.map((profile) => tableOf(profile, names)).join('\n\n');
}

function tableOf({ source, blocks, modelName, deviceName }: Profile, names: readonly string[]): string {
  if (source.kind !== 'measured') return '';
  const { backend, threads, runs, endToEndS, steadiness, reason } = source;
  const counted = countedS(source);
  const spread = Math.round(spreadOf(source) * 1000) / 10;
  const median = `${milliseconds(endToEndS)} ± ${spread} %`;
  // The blocks below are means then: beside the median alone their shares would make no sense.
  const whole = steadiness === 'unstable' ? `mean ${milliseconds(counted)} (median ${median})` : median;
  const rows = blocks
    .map(({ time }, block) => ({
      name: names[block] ?? '',
      seconds: secondsOf(time),
      isBound: 'belowS' in time,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, slowest)
    .map(({ name, seconds, isBound }) => {
      const time = `${isBound ? '<' : ''}${milliseconds(seconds)}`;
      return `  ${time.padStart(12)}  ${`${Math.round((100 * seconds) / counted)} %`.padStart(5)}  ${name}`;
    });
  return [
    `${modelName} on ${deviceName}, ${backend}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    `  end to end ${whole}, ${runs} runs, ${steadiness}${reason === '' ? '' : `: ${reason}`}`,
    `  slowest of ${blocks.length} blocks:`,
    ...rows,
  ].join('\n');
}

const milliseconds = (seconds: number): string => `${Number((seconds * 1e3).toPrecision(3))} ms`;

/** The reasons of an unsteady measurement in words. The document keeps them, so they read the same wherever it is opened. */
import type { Reason } from './reasonTypes';

/** Sentences, in the order of the reasons; empty for none. `onGpu`: blocks are sums of GPU programs. */
export function describeReasons(reasons: readonly Reason[], onGpu = false): string {
  const isExplained = reasons.some(({ kind }) => !isFinding.includes(kind));
  const isOnlyWide = !isExplained && reasons[0]?.kind === 'wide-interval' && reasons[1]?.kind !== 'apart';
  return reasons
    .flatMap((reason, index) => {
      const sentence = describeReason(reason, isExplained, onGpu);
      return isOnlyWide && index === 0 ? [sentence, changedSpeed] : [sentence];
    })
    .join(' ');
}

/** These say what is off, not why. */
const isFinding: readonly Reason['kind'][] = ['wide-interval', 'apart', 'software-adapter'];
const changedSpeed = 'The device probably changed its speed, or did other work now and then.';

/** One reason as a sentence. `isExplained`: another one tells why blocks and whole differ. */
function describeReason(reason: Reason, isExplained = true, onGpu = false): string {
  switch (reason.kind) {
    case 'wide-interval':
      return `The end-to-end time is known to ± ${percentOf(reason.halfWidth)} only.`;
    case 'apart':
      return isExplained
        ? `Blocks and whole are ${percentOf(Math.abs(reason.ratio - 1))} apart.`
        : apartText(reason.ratio, onGpu);
    case 'more-threads-than-cores':
      return threadsText(reason);
    case 'throttling':
      return `Probably throttled by heat or power: the last third of the runs took ${percentOf(reason.slowDown - 1)} longer than the first.`;
    case 'hidden-page':
      return reason.share === null
        ? `Probably the page was in the background: nothing ran for ${reason.longestPauseS.toFixed(1)} s.`
        : `The page was hidden for ${percentOf(reason.share)} of the time, and browsers slow hidden pages down.`;
    case 'battery':
      return `The device ran on its battery (${percentOf(reason.level)} left), which may lower its speed.`;
    case 'devtools-open':
      return 'Developer tools seem to be open, which slows scripts down.';
    case 'coarse-clock':
      return `The clock of this page steps in ${(reason.clockS * 1e3).toPrecision(1)} ms, too coarse for short blocks.`;
    case 'few-runs':
      return `Only ${reason.runs} runs fitted into the time: too few to average out what disturbed them.`;
    case 'other-work':
      return `Probably another program, or this page in the background: the slowest tenth of the runs took ${reason.tail.toFixed(1)} times the median.`;
    case 'software-adapter':
      return 'The browser used a GPU in software: the figures say nothing of a real one.';
    case 'cpu-fallbacks':
      return fallbackText(reason);
  }
}

const percentOf = (share: number): string => `${Math.round(share * 100)} %`;

function apartText(ratio: number, onGpu: boolean): string {
  const percent = percentOf(Math.abs(ratio - 1));
  if (ratio > 1) return `Measuring the blocks slowed the model by ${percent}.`;
  return onGpu
    ? `${percent} of the time passed outside the GPU programs: handing them over and waiting.`
    : `${percent} of the time passed outside the blocks.`;
}

function threadsText({
  cores,
  speedUp,
  tail,
  threads,
}: Extract<Reason, { kind: 'more-threads-than-cores' }>): string {
  const evidence = [`the slowest tenth of the runs took ${tail.toFixed(1)} times the median`];
  if (speedUp !== null) evidence.push(`${threads} threads are ${speedUp.toFixed(1)} times as fast as one`);
  if (cores !== null && threads > cores) evidence.push(`the browser counts ${cores} cores`);
  return `Probably more threads than free cores: ${evidence.join(', ')}.`;
}

function fallbackText({ copies, operators }: Extract<Reason, { kind: 'cpu-fallbacks' }>): string {
  return `In each run ${count(operators, 'operator')} ran on the CPU and data was copied ${count(copies, 'time')} between it and the GPU.`;
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** Schema of what a measurement tells beyond its times, as files carry it. */
import * as z from 'zod/mini';
import { flag, integerIn, list, numberIn, textBlock, textLine } from '../../scenario/fields';
import { limits } from '../../scenario/limits';
import type { ProfileDetails } from '../detailsTypes';

const seconds = numberIn(0, limits.sampleSeconds, 'seconds');
const share = numberIn(0, 1, 'a share');
const count = integerIn(0, 1e6, 'a count');
const times = (what: string) => numberIn(0, 1e6, what);
const word = textBlock(1000, 'text');
const blockIndex = integerIn(0, limits.blocks - 1, 'the index of a block');

const reason = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('wide-interval'), halfWidth: times('relative half-width') }),
    z.strictObject({ kind: z.literal('apart'), ratio: times('sum over end to end') }),
    z.strictObject({
      kind: z.literal('more-threads-than-cores'),
      threads: count,
      cores: z.nullable(count),
      tail: times('slowest tenth over the median'),
      inSlices: share,
      speedUp: z.nullable(times('time on one thread over the time on these')),
    }),
    z.strictObject({ kind: z.literal('throttling'), slowDown: times('last third over the first') }),
    z.strictObject({ kind: z.literal('hidden-page'), share: z.nullable(share), longestPauseS: seconds }),
    z.strictObject({ kind: z.literal('battery'), level: share }),
    z.strictObject({ kind: z.literal('devtools-open') }),
    z.strictObject({ kind: z.literal('coarse-clock'), clockS: seconds }),
    z.strictObject({ kind: z.literal('few-runs'), runs: count }),
    z.strictObject({ kind: z.literal('other-work'), tail: times('slowest tenth over the median') }),
    z.strictObject({ kind: z.literal('software-adapter') }),
    z.strictObject({ kind: z.literal('cpu-fallbacks'), operators: count, copies: count }),
  ],
  'a reason of a known kind',
);

const kernel = z.strictObject(
  {
    name: textBlock(1000, 'the name of a kernel'),
    kind: word,
    provider: word,
    block: blockIndex,
    medianS: seconds,
    calls: numberIn(0, 1e6, 'calls in a run'),
  },
  'a kernel',
);

const adapter = z.strictObject(
  {
    vendor: word,
    architecture: word,
    description: word,
    isFallback: flag('a software adapter'),
    hasTimestamps: flag('timestamp queries'),
    hasShaderF16: flag('16-bit floats in shaders'),
  },
  'the facts of a graphics adapter, or null',
);

export const detailsSchema = z.strictObject(
  {
    kernels: list(kernel, 0, 20_000, 'kernels'),
    fallbacks: list(z.strictObject({ operator: word, kind: word }, 'an operator'), 0, 20_000, 'operators'),
    copies: count,
    adapter: z.nullable(adapter),
    endToEndRunsS: list(seconds, 0, 1000, 'seconds'),
    heapBytes: z.nullable(numberIn(0, limits.bytes, 'bytes')),
    reasons: list(reason, 0, 20, 'reasons'),
    foldedBlocks: list(blockIndex, 0, limits.blocks, 'indices of blocks'),
    readBackS: z.nullable(seconds),
  },
  'the details of a profile',
) satisfies z.ZodMiniType<ProfileDetails>;

/** Names of the details of a profile: the ids of profiles. */
export const profileIdSchema = textLine(200, 'the id of a profile');

/** A link in software: real tensors, really encoded, that arrive when the link would have delivered them. */
import { restoreTensor, shipTensor, type WirePrecision } from '../onnx/cut/shipTensor';
import type { WireTensor } from '../wire/wireTensor';

export interface LinkRequest {
  readonly tensors: readonly WireTensor[];
  /** One entry a tensor: how float32 is shipped. */
  readonly precisions: readonly WirePrecision[];
  /** Crossed one after the other; none: nothing is waited for. */
  readonly hops: readonly { readonly bitsPerSecond: number; readonly fixedS: number }[];
  /** Leave the tensors as they crossed: whoever gets them restores them. */
  readonly keepEncoded?: boolean;
}

export interface Shipped {
  readonly tensors: readonly WireTensor[];
  /** Really put on the link [B]. */
  readonly bytes: number;
  /** From the end of encoding to the arrival [s]. */
  readonly linkS: number;
  /** Encoding and decoding [s]. */
  readonly codingS: number;
}

export interface LinkClock {
  /** Monotone [s]. */
  readonly now: () => number;
  /** Gives the processor away for about so long [s]; may oversleep. */
  readonly sleep: (seconds: number) => Promise<void>;
}

/** A timer may be late by a millisecond or so: the last of it is spun [s]. */
const spinS = 2e-3;

/** Ships as one link after another would; each takes bytes / capacity + its fixed delay. */
export async function shipOverLink(request: LinkRequest, { now, sleep }: LinkClock): Promise<Shipped> {
  const startS = now();
  const encoded = request.tensors.map((tensor, k) => shipTensor(tensor, request.precisions[k]!));
  const bytes = encoded.reduce((sum, { data }) => sum + data.byteLength, 0);
  const sentS = now();
  const dueS =
    sentS + request.hops.reduce((sum, hop) => sum + hop.fixedS + (8 * bytes) / hop.bitsPerSecond, 0);
  if (dueS - sentS > spinS) await sleep(dueS - sentS - spinS);
  let arrivedS = now();
  while (arrivedS < dueS) arrivedS = now();
  const tensors = request.keepEncoded === true ? encoded : encoded.map(restoreTensor);
  const linkS = arrivedS - sentS;
  return { tensors, bytes, linkS, codingS: now() - startS - linkS };
}

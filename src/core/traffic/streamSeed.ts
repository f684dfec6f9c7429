/**
 * The seed of one of several streams of random numbers of a run, so that one link more changes nothing of the others
 * (finaliser of MurmurHash3, public domain: neighbouring seeds end far apart).
 */
export function streamSeed(seed: number, stream: number): number {
  let mixed = (seed ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

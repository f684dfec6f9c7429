/** What a frame may hold. Both ends read these; a server may allow smaller models. */
export const wireLimits = {
  /** Bytes of one WebSocket message: the longest lists of names take a third of it. */
  frameBytes: 1_000_000,
  /** Bytes that a sender puts into one chunk: few enough that pings and answers get through in between, on slow links too. */
  chunkBytes: 64_000,
  /** Bytes of a model with its external data. */
  modelBytes: 1_000_000_000,
  /** Bytes of all tensors of one run, each way. */
  tensorBytes: 256_000_000,
  /** Bytes of one block sent to measure throughput. */
  blobBytes: 64_000_000,
  tensors: 256,
  externals: 256,
  rank: 16,
  extent: 1_000_000_000,
  /** UTF-8 bytes of the name of a tensor or of an external file. */
  nameBytes: 1200,
  /** UTF-8 bytes of a message in words. */
  messageBytes: 2000,
  tokenBytes: 200,
  /** Parts that one page may hold at once. */
  slots: 8,
  threads: 1024,
} as const;

/** Raised whenever an older end would misread a newer one. */
export const wireVersion = 1;

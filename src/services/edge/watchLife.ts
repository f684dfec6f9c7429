/** A server that says nothing for so long while it owes an answer is gone... */
const silenceMs = 30_000;
const askEveryMs = 5_000;
/** ...unless it had no chance: a page that is hidden, or was asleep, comes to ask once a minute or later. */
const leastUnanswered = 2;

export interface LifeWatch {
  /** Anything that shows that the server is there. */
  readonly heard: () => void;
  readonly end: () => void;
}

/** Pings a server while it owes an answer, and tells when it has fallen silent. */
export function watchLife({
  isOwed,
  ping,
  onSilence,
}: {
  readonly isOwed: () => boolean;
  readonly ping: () => void;
  readonly onSilence: () => void;
}): LifeWatch {
  let heardAt = performance.now();
  let unanswered = 0;
  const heard = (): void => {
    heardAt = performance.now();
    unanswered = 0;
  };
  const timer = setInterval(() => {
    if (!isOwed()) {
      heard();
    } else if (unanswered >= leastUnanswered && performance.now() - heardAt > silenceMs) {
      onSilence();
    } else {
      unanswered += 1;
      ping();
    }
  }, askEveryMs);
  return { heard, end: () => clearInterval(timer) };
}

/** Room for connections that have not said hello: a few in all, fewer from one address, so that nobody keeps pages out. */
export interface WaitingRoom {
  hasRoom(address: string): boolean;
  enter(address: string): void;
  leave(address: string): void;
}

const mostInAll = 32;
export const mostFromOne = 8;

export function createWaitingRoom(): WaitingRoom {
  const waiting = new Map<string, number>();
  let all = 0;
  const from = (address: string): number => waiting.get(address) ?? 0;
  return {
    hasRoom: (address) => all < mostInAll && from(address) < mostFromOne,
    enter: (address) => {
      all += 1;
      waiting.set(address, from(address) + 1);
    },
    leave: (address) => {
      all -= 1;
      if (from(address) > 1) waiting.set(address, from(address) - 1);
      else waiting.delete(address);
    },
  };
}

/** Who has not shown the token, without sockets: one message is read, and the answer tells as little as it can. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeServerFrame } from '../src/core/wire/decodeFrame';
import { encodeClientFrame } from '../src/core/wire/encodeFrame';
import type { ClientFrame } from '../src/core/wire/frames';
import { wireVersion } from '../src/core/wire/limits';
import { createStranger } from './stranger';
import { token } from './testing/startTestServer';
import { createWaitingRoom, mostFromOne } from './waitingRoom';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const hello: ClientFrame = { kind: 'hello', version: wireVersion, token };

/** What follows from these messages: answers, codes that closed the connection, pages. */
async function meet(frames: readonly (ClientFrame | Uint8Array)[], { isFull = false, isSlow = false } = {}) {
  const seen: unknown[] = [];
  const stranger = createStranger({
    token,
    hasRoom: () => !isFull,
    enter: () => void seen.push('enters'),
    peer: {
      send: (bytes) => {
        const read = decodeServerFrame(bytes);
        seen.push(read.ok && read.value.kind === 'refused' ? read.value.reason : read);
        return isSlow ? Promise.reject(new Error('gone')) : Promise.resolve();
      },
      close: (code) => void seen.push(code),
    },
  });
  for (const frame of frames)
    stranger.receive(frame instanceof Uint8Array ? frame : encodeClientFrame(frame));
  await vi.advanceTimersByTimeAsync(999);
  const atOnce = [...seen];
  await vi.advanceTimersByTimeAsync(1);
  return { atOnce, seen };
}

test('with the token a stranger becomes a page', async () => {
  expect((await meet([hello])).seen).toEqual(['enters']);
});

test('a wrong token is answered after a second, and a second guess not at all', async () => {
  const wrong = { ...hello, token: 'wrong-token' };
  expect(await meet([wrong])).toEqual({ atOnce: [], seen: ['token', 1008] });
  expect(await meet([wrong, hello])).toEqual({ atOnce: [1008], seen: [1008] });
  expect((await meet([{ ...hello, token: '' }])).seen).toEqual(['token', 1008]);
});

test('only who has the token is told that there is no room', async () => {
  expect((await meet([hello], { isFull: true })).atOnce).toEqual(['busy', 1013]);
  expect((await meet([{ ...hello, token: 'wrong' }], { isFull: true })).atOnce).toEqual([]);
});

test('another version is told so, whatever else it says; anything but a hello is told nothing', async () => {
  expect((await meet([{ ...hello, version: 9 }])).atOnce).toEqual(['version', 1008]);
  for (const first of [{ kind: 'ping', id: 1 } as const, Uint8Array.of(99), new Uint8Array()])
    expect((await meet([first, hello])).atOnce).toEqual([1002]);
});

test('a refusal that cannot be sent ends the connection too', async () => {
  expect((await meet([hello], { isFull: true, isSlow: true })).atOnce).toEqual(['busy', 1013]);
});

test('few may wait, fewer from one address, and who leaves makes room', () => {
  const room = createWaitingRoom();
  const fill = (address: string): number => {
    let entered = 0;
    for (; room.hasRoom(address); entered += 1) room.enter(address);
    return entered;
  };
  expect(fill('a')).toBe(mostFromOne);
  expect([fill('b'), fill('c'), fill('d')]).toEqual([mostFromOne, mostFromOne, mostFromOne]);
  expect(fill('e')).toBe(0);
  room.leave('a');
  expect(fill('e')).toBe(1);
  room.leave('e');
  room.leave('b');
  expect([fill('b'), fill('a')]).toEqual([1, 1]);
});

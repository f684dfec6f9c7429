import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Edit } from '../../state/types';
import { createEditGesture } from './editGesture';

const edit: Edit = (scenario) => scenario;

function press(key: string): Event & { key: string } {
  return Object.assign(new Event('keydown', { cancelable: true }), { key });
}

function setUp() {
  const actions = { preview: vi.fn(), commit: vi.fn(), discard: vi.fn() };
  const host = new EventTarget();
  const gesture = createEditGesture(
    () => actions,
    () => host,
    ({ key }) => key.startsWith('Arrow'),
  );
  return { actions, host, gesture };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a burst of keys', () => {
  test('is committed once, when the keys have rested', () => {
    const { actions, gesture } = setUp();
    for (let i = 0; i < 5; i += 1) {
      gesture.show(edit, 'idle');
      vi.advanceTimersByTime(500);
    }
    expect(actions.commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(actions.preview).toHaveBeenCalledTimes(5);
    expect(actions.commit).toHaveBeenCalledTimes(1);
    expect(gesture.isActive()).toBe(false);
  });

  test('goes on over its own keys and modifiers, and ends before any other key acts', () => {
    const { actions, host, gesture } = setUp();
    gesture.show(edit, 'idle');
    for (const key of ['ArrowUp', 'Shift', 'Control']) host.dispatchEvent(press(key));
    expect(actions.commit).not.toHaveBeenCalled();
    host.dispatchEvent(press('z'));
    expect(actions.commit).toHaveBeenCalledTimes(1);
  });

  test('ends before the pointer starts something else', () => {
    const { actions, host, gesture } = setUp();
    gesture.show(edit, 'idle');
    host.dispatchEvent(new Event('pointerdown'));
    expect(actions.commit).toHaveBeenCalledTimes(1);
  });
});

test('a held gesture waits for its release, however long it takes', () => {
  const { actions, gesture } = setUp();
  gesture.show(edit, 'held');
  vi.advanceTimersByTime(60_000);
  expect(actions.commit).not.toHaveBeenCalled();
  gesture.finish();
  gesture.finish();
  expect(actions.commit).toHaveBeenCalledTimes(1);
});

test('Escape drops the gesture, and nobody else gets that Escape', () => {
  const { actions, host, gesture } = setUp();
  const later = vi.fn();
  gesture.show(edit, 'idle');
  const escape = press('Escape');
  escape.stopPropagation = later;
  host.dispatchEvent(escape);
  vi.advanceTimersByTime(5000);
  expect(actions.discard).toHaveBeenCalledTimes(1);
  expect(actions.commit).not.toHaveBeenCalled();
  expect(escape.defaultPrevented).toBe(true);
  expect(later).toHaveBeenCalledTimes(1);
});

test('after its end a gesture listens to nothing', () => {
  const { actions, host, gesture } = setUp();
  gesture.show(edit, 'held');
  gesture.finish();
  host.dispatchEvent(press('Escape'));
  host.dispatchEvent(press('z'));
  gesture.cancel();
  expect(actions.discard).not.toHaveBeenCalled();
  expect(actions.commit).toHaveBeenCalledTimes(1);
});

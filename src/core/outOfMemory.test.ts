import { expect, it } from 'vitest';
import { isOutOfMemory } from './outOfMemory';

it.each([
  'std::bad_alloc',
  'failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc',
  'Failed to allocate memory for requested buffer of size 1073741824',
  'failed to allocate a buffer of size 9',
  'WebAssembly.Memory(): could not allocate memory',
  'Array buffer allocation failed',
  'Invalid array buffer length',
  'RangeError: Out of memory',
  'Aborted(Cannot enlarge memory arrays)',
  'Aborted(OOM). Build with -sASSERTIONS for more info.',
])('knows want of memory by its words: %s', (message) => expect(isOutOfMemory(message)).toBe(true));

it.each(['No Op registered for X', 'Got invalid dimensions for input: x', 'The room is full of memories'])(
  'takes nothing else for it: %s',
  (message) => expect(isOutOfMemory(message)).toBe(false),
);

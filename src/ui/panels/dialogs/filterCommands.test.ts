import { describe, expect, test } from 'vitest';
import { filterCommands } from './filterCommands';

const commands = [
  { label: 'Show the layers', group: 'View' },
  { label: 'Undo', group: 'Edit' },
  { label: 'Open a file…', group: 'File' },
  { label: 'Show the timeline', group: 'View' },
  { label: 'Back to the show', group: 'View' },
];
const labels = (query: string) => filterCommands(commands, query).map(({ label }) => label);

describe('filterCommands', () => {
  test('an empty query keeps everything in order', () => {
    expect(labels('  ')).toEqual(commands.map(({ label }) => label));
  });

  test('every word must appear, in any order and any case', () => {
    expect(labels('TIME show')).toEqual(['Show the timeline']);
    expect(labels('layers tables')).toEqual([]);
  });

  test('labels that start with the query come first', () => {
    expect(labels('show')).toEqual(['Show the layers', 'Show the timeline', 'Back to the show']);
  });

  test('a group finds its commands', () => {
    expect(labels('file')).toEqual(['Open a file…']);
    expect(labels('edit')).toEqual(['Undo']);
  });
});

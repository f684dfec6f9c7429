import { describe, expect, test } from 'vitest';
import { commands as allCommands } from '../../../state/commands';
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

  test('what a command is otherwise called finds it, after those that are called so', () => {
    const named = [
      { label: 'Share', group: 'File', words: 'link send' },
      { label: 'Make a link', group: 'Edit' },
    ];
    expect(filterCommands(named, 'link').map(({ label }) => label)).toEqual(['Make a link', 'Share']);
    expect(filterCommands(named, 'send file').map(({ label }) => label)).toEqual(['Share']);
  });

  test.each([
    ['drive', 'settings-mobility'],
    ['speed', 'settings-mobility'],
    ['speed', 'play-faster'],
    ['walk', 'settings-mobility'],
    ['handover', 'settings-mobility'],
    ['handover', 'next-handover'],
    ['handover', 'previous-handover'],
    ['event', 'next-event'],
    ['predict', 'settings-prediction'],
    ['forecast', 'settings-prediction'],
    ['trace', 'settings-traces'],
    ['seed', 'settings-time'],
    ['seed', 'go-reproduce'],
    ['figure', 'go-reproduce'],
    ['paper', 'go-reproduce'],
    ['snr', 'settings-radio'],
    ['load', 'settings-traffic'],
    ['onnx', 'workload'],
    ['download', 'save-file'],
  ])('“%s” finds %s', (query, id) => {
    expect(filterCommands(allCommands, query).map((command) => command.id)).toContain(id);
  });
});

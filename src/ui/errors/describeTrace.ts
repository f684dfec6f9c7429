/** What is wrong with a file of capacities over time, or why the document cannot take it, in words. */
import type { DocumentError } from '../../core/scenario/documentError';
import type { TraceRefusal } from '../../core/scenario/simulationEdits';
import { mostTraceCharacters, type TraceFault } from '../../core/traffic/trace';
import { formatBytes, formatWhole } from '../format';
import { asClause } from './asClause';
import type { Description } from './describe';

const untouched = 'Nothing has changed.';

/** A text that is not a trace: the line and the field, and what was expected there. */
export function describeTraceFault(fault: TraceFault): Description {
  const place = `Line ${fault.line}, column ${fault.column}`;
  return {
    title: `${place}: expected ${asClause(fault.expected)}.`,
    action: `${actions[fault.kind]} ${untouched}`,
  };
}

const actions: Readonly<Record<TraceFault['kind'], string>> = {
  'too-large': 'Shorten the file, or keep fewer samples a second.',
  empty: 'The file has nothing to read: give it a header and rows of numbers.',
  'no-header': 'Put a first line above the numbers that names the columns, such as t_s,mbps.',
  'column-missing': 'Name the column of times t_s or t_ms, and that of rates mbps, kbps, gbps or bps.',
  'column-twice': 'Keep one column of times and one of rates.',
  'not-a-number': 'Correct the cell, or leave the row out.',
  'decimal-comma': 'Write decimals with a point.',
  negative: 'A link cannot carry less than nothing: correct the cell.',
  'time-not-rising': 'Sort the rows by time, and keep one row for each.',
  'looks-like-bits': 'Name the column after the unit of its figures.',
  'too-long': 'Cut the trace; it can be repeated from its start.',
  'too-few-rows': 'Give the file more rows.',
};

/** A file that could not be read as text at all. */
export function describeTraceFile(error: DocumentError): Description {
  return error.kind === 'too-large'
    ? {
        title: `The file is larger than the ${formatBytes(mostTraceCharacters)} that a trace may have.`,
        action: `${actions['too-large']} ${untouched}`,
      }
    : { title: 'The file cannot be read as text.', action: `Choose a CSV file. ${untouched}` };
}

/** A trace that is well-formed, but that the document cannot take. */
export function describeTraceRefusal(refusal: TraceRefusal): Description {
  switch (refusal.kind) {
    case 'invalid':
      return {
        title: `The trace does not fit into a document: expected ${asClause(refusal.expected)}.`,
        action: untouched,
      };
    case 'no-such-link':
      return { title: 'The link of this trace is gone.', action: `Choose another link. ${untouched}` };
    case 'too-many-traces':
      return {
        title: `A document holds at most ${formatWhole(refusal.most)} traces.`,
        action: `Remove one first. ${untouched}`,
      };
    case 'too-many-samples':
      return {
        title: `A document holds at most ${formatWhole(refusal.most)} samples of traces; there is room for ${formatWhole(refusal.room)}.`,
        action: `Remove a trace, or shorten this one. ${untouched}`,
      };
  }
}

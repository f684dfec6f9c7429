/** Why a profile file cannot be read, by line or field, and what to know of one that can. */
import type { ImportNote, ProfileFileFault } from '../../core/profile/files/fileTypes';
import { formatBytes, formatCount, formatNumber, formatPercent } from '../format';
import { asClause } from './asClause';
import type { Description } from './describe';

const untouched = 'Nothing was changed.';

export function describeProfileFileFault(fault: ProfileFileFault): Description {
  switch (fault.kind) {
    case 'too-large':
      return {
        title: `The file is ${formatBytes(fault.bytes)}; up to ${formatBytes(fault.limitBytes)} can be read.`,
        action: `Profile fewer runs: a few dozen are enough. ${untouched}`,
      };
    case 'empty':
      return {
        title: 'The file is empty.',
        action: `Choose a profile: JSON from Splitscape or ONNX Runtime, or a table (CSV). ${untouched}`,
      };
    case 'cut-short':
      return {
        title: `Line ${fault.line}: the file ends in the middle.`,
        action: `Copy the whole file; ONNX Runtime writes its end only when the session is closed. ${untouched}`,
      };
    case 'not-json':
      return {
        title: `Line ${fault.line}, column ${fault.column}: this is not valid JSON.`,
        action: `Correct it there, or fetch the file again. ${untouched}`,
      };
    case 'not-a-profile':
      return { title: `This is not a profile${looksLike[fault.looksLike ?? 'none']}`, action: untouched };
    case 'newer-version':
      return {
        title: `The file was made by a newer version of Splitscape (format ${fault.found}; this page knows up to ${fault.known}).`,
        action: 'Reload the page to get the newest version, then import it again.',
      };
    case 'invalid-field':
      return {
        title: `${placeOf(fault)}: expected ${fault.expected}.`,
        action: `Correct it in the file and import it again. ${untouched}`,
      };
    case 'inconsistent':
      return {
        title: `${placeOf(fault)}: ${asClause(fault.detail)}.`,
        action: `Correct it in the file and import it again. ${untouched}`,
      };
    case 'no-runs':
      return {
        title: 'The profile of ONNX Runtime holds no whole inference with kernels.',
        action: `Run the model at least once between switching the profile on and ending it. ${untouched}`,
      };
    case 'too-few-runs':
      return {
        title: `The profile holds ${formatCount(fault.found, 'run')} after warm-up; ${fault.needed} are needed.`,
        action: `Run the model more often while it is profiled. ${untouched}`,
      };
    case 'other-model':
      return {
        title: `The profile is of another model: of the ${fault.blocks} blocks of ${fault.model} it names ${fault.matched}.`,
        action: `It names ${listed(fault.found)}; ${fault.model} has ${listed(fault.expected)}. Choose its model first. ${untouched}`,
      };
    case 'table':
      return {
        title: `Line ${fault.line}, column ${fault.column}: expected ${fault.expected}.`,
        action: `Correct the table and import it again. ${untouched}`,
      };
  }
}

const looksLike = {
  scenario: ': it is a Splitscape scenario. Open it in Play with "Open a file".',
  trace: ': it is a trace. Import the JSON that it was made from.',
  onnx: ': it is a model. Open it under "What runs".',
  none: ': neither JSON of Splitscape or ONNX Runtime, nor a table with a time for each block.',
} as const;

function placeOf({ line, path }: { readonly line: number | null; readonly path: string }): string {
  const field = path === '' ? 'The file' : `The field ${path}`;
  return line === null ? field : `Line ${line}, ${field.charAt(0).toLowerCase()}${field.slice(1)}`;
}

/** A sentence about an import that worked. */
export function describeImportNote(note: ImportNote): string {
  switch (note.kind) {
    case 'warm-up-dropped':
      return `The first ${formatCount(note.runs, 'run')} were slower and do not count.`;
    case 'means-used':
      return 'The runs disagree too much for medians to add up: means are used.';
    case 'blocks-fused-away':
      return `That runtime runs ${listed(note.blocks)} as part of other blocks: the time counts there.`;
    case 'kernels-unnamed':
      return `${formatPercent(note.share)} of the time is of kernels that name no block (${listed(note.names)}): it counts for the block before each.`;
  }
}

/** A few names, and how many more. */
function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${formatNumber(names.length - 4)} more` : shown;
}

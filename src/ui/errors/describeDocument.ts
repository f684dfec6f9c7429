/** Words for a document or a table that cannot be read: what is wrong and where, and what to do about it. */
import type { TableError } from '../../core/scenario/customChainCsv';
import type { DocumentError } from '../../core/scenario/documentError';
import type { DocumentOrigin } from '../../state/types';
import { formatBytes } from '../format';
import { asClause } from './asClause';
import type { Description } from './describe';

/** `origin`: where the document came from. An autosave that cannot be read is kept aside in the browser's storage. */
export function describeDocumentError(error: DocumentError, origin: DocumentOrigin = 'file'): Description {
  const { title, action } = documentErrorWords(error);
  return origin === 'autosave'
    ? {
        title: `The work of your last visit could not be opened. ${title}`,
        action: 'It is kept aside in this browser; the opening preset is shown instead.',
      }
    : { title, action: `${action} Your current work is untouched.` };
}

function documentErrorWords(error: DocumentError): Description {
  switch (error.kind) {
    case 'unreadable':
      return error.what === 'link'
        ? {
            title: `This link cannot be read: ${asClause(error.detail)}.`,
            action: 'Copy the whole link, including everything after "#".',
          }
        : {
            title: `This file cannot be read: ${asClause(error.detail)}.`,
            action: 'Open a scenario file that was saved by Splitscape.',
          };
    case 'too-large':
      return {
        title: `This scenario is larger than the limit of ${formatBytes(error.limitBytes)}.`,
        action: 'Remove nodes, links or profiles first.',
      };
    case 'newer-version':
      return {
        title: `This scenario was made by a newer version of Splitscape (format ${error.found}; this page knows up to ${error.known}).`,
        action: 'Reload the page to get the newest version, then open it again.',
      };
    case 'not-a-scenario':
      return {
        title: 'This is not a Splitscape scenario.',
        action: 'Open a file or link that was saved by Splitscape.',
      };
    case 'invalid-field':
      return {
        title: `The field ${error.path} is not valid: expected ${error.expected}.`,
        action: 'Correct it in the file and open it again.',
      };
    case 'inconsistent':
      return {
        title: `The field ${error.path} contradicts the rest of the document: ${asClause(error.detail)}.`,
        action: 'Correct it in the file and open it again.',
      };
  }
}

/** A pasted table of a custom chain. */
export function describeTableError({ line, column, expected }: TableError): Description {
  return {
    title: `Line ${line}, column ${column}: expected ${expected}.`,
    action: 'Correct the table below; the chain is untouched.',
  };
}

/** Words for the link of one of the paper's figures that cannot be opened: which part of it is wrong, and what would be right. */
import type { Notice } from '../../state/types';
import type { Description } from './describe';

type FigureLinkFault = Extract<Notice, { kind: 'figure-link-fault' }>['fault'];

export function describeFigureLinkFault(fault: FigureLinkFault): Description {
  return {
    title: `The link of a figure cannot be opened: ${faultText(fault)}.`,
    action: 'Correct it, or copy the whole link again. Your work is untouched.',
  };
}

function faultText(fault: FigureLinkFault): string {
  switch (fault.kind) {
    case 'too-long':
      return `it has more than ${fault.limit} characters`;
    case 'not-a-part':
      return fault.found === ''
        ? 'one of its parts is empty'
        : `“${fault.found}” is not of the form name=value`;
    case 'repeated-part':
      return `“${fault.name}” stands in it more than once`;
    case 'invalid-value':
      return `“${fault.name}” is “${fault.found}”, expected ${fault.expected}`;
    case 'unknown-part':
      return `figure ${fault.figure} has no assumption “${fault.name}”`;
  }
}

import type { ModelGraph } from './types';

/** Operators with bodies: what runs inside, and how often, no graph of ours says. */
const withBody = new Set(['If', 'Loop', 'Scan', 'SequenceMap']);
/** Domains whose operators are the runtime's own; one of any other domain is a function that the model brought along. */
const ownDomains = ['ai.onnx.ml', 'com.microsoft'];

/** Whether an operator may multiply inside without that being counted: its multiply-accumulates are a lower bound. */
export function isUncounted(kind: string): boolean {
  const domain = kind.slice(0, Math.max(0, kind.lastIndexOf('.')));
  return withBody.has(kind) || (domain !== '' && !ownDomains.includes(domain));
}

/** Whether the sum of a graph's multiply-accumulates is a lower bound. */
export function someUncounted({ operators }: ModelGraph): boolean {
  return operators.some(({ kind }) => isUncounted(kind));
}

import { err } from '../core/result';
import type { EdgeService } from './edgeTypes';

/** The edge server that this page may have been served by. */
export function createEdgeService(): EdgeService {
  return {
    isExpected: false,
    connect: () => Promise.resolve(err({ kind: 'edge-absent', message: 'not built' })),
  };
}

/** What can go wrong between this page and an edge server, in words. */
import type { EdgeState } from '../../state/edgeTypes';
import { asClause } from './asClause';
import type { Description } from './describe';

export type EdgeTrouble = Extract<EdgeState, { status: 'failed' }>['failure'];

/** What starts one. */
export const edgeCommand = 'npm run edge';

export function describeEdgeFailure(failure: EdgeTrouble): Description {
  switch (failure.kind) {
    case 'edge-absent':
      return {
        title: 'No edge server answers at the address of this page.',
        action: `Start one with ${edgeCommand} and open the address that it prints; one that was started may have ended.`,
      };
    case 'edge-refused':
      return failure.reason === 'token'
        ? {
            title: 'The edge server does not accept this token.',
            action: 'Take the one that it printed last: every start makes a new one.',
          }
        : {
            title: 'The edge server has no room for another page.',
            action: 'Close Splitscape in other tabs or on other devices, then connect again.',
          };
    case 'edge-lost':
      return {
        title: `The connection to the edge server was lost: ${asClause(failure.message)}.`,
        action: 'Look whether it still runs and both are on the same network, then connect again.',
      };
    case 'edge-mismatch':
      return {
        title: `The edge server speaks version ${failure.found} of the protocol, this page version ${failure.known}.`,
        action: 'Start the server from the version of Splitscape that made this page, and reload the page.',
      };
  }
}

/** Below this the network is a vertical strip and the page scrolls. */
export const phoneQuery = '(max-width: 719px)';

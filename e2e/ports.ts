/** The product as `npm start` serves it, and the same build under a sub-path of a host that sends no headers. */
export const port = 4173;
export const plainPort = 4174;

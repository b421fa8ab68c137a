import type { ServerOptions } from 'node:http';

/**
 * How long a sender may take, in milliseconds: whoever sends a request letter by letter holds a socket, not the server. A body
 * has long enough for the largest file on the weakest line (25 MB at 400 kbit/s take 9 minutes).
 */
export const patience = {
  headersTimeout: 20_000,
  requestTimeout: 660_000,
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions;

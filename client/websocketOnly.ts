import type { Plugin } from 'vite';

const transports = /[\\/]engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/]index\.js$/;

/** The connection is opened as a websocket at once (`realtime/connection.ts`): the other ways of engine.io stay out of the download. */
export const websocketOnly: Plugin = {
  name: 'tutoria-websocket-only',
  enforce: 'pre',
  transform(_code, id) {
    if (!transports.test(id)) return null;
    return {
      code: `import { WS } from './websocket.node.js'; export const transports = { websocket: WS };`,
      map: null,
    };
  },
};

import { type Connection, createLink } from './link.ts';

/** The first paint comes first; live updates can wait for a quiet moment. */
const quietMoment = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 1500);
  });

async function connect(): Promise<Connection> {
  await quietMoment();
  const { io } = await import('socket.io-client');
  const opened: Connection = io({ transports: ['websocket'], reconnectionDelay: 1000, reconnectionDelayMax: 30_000 });
  opened.on('signed-out', () => window.location.reload());
  return opened;
}

export const { watch, say, ask } = createLink(connect);

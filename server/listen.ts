import type { App } from './app.ts';
import { openControl } from './cli/control.ts';
import { dataCommands } from './cli/dataCommands.ts';
import { ConfigError } from './environment.ts';

const stopWithinMs = 10_000;

/** Connections that wait to be let in. The usual 511 are less than a school that comes back after a cut: the others would wait for seconds. */
const backlog = 4096;

/**
 * Starts the background work and listens; SIGTERM and SIGINT end both in order. Returns the address. When it fails the app
 * is closed: nobody would see a server that does not listen, but sends mails and runs jobs.
 */
export async function listen(app: App): Promise<string> {
  const closeControl = await begun(app).catch(async (reason: unknown) => {
    await app.close();
    throw reason;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(app, closeControl));
  return addressOf(app);
}

/** Returns what ends the way for commands. */
async function begun(app: App): Promise<() => Promise<void>> {
  await app.start();
  await new Promise<void>((resolve, reject) => {
    app.server.once('error', (reason: NodeJS.ErrnoException) =>
      reject(reason.code === 'EADDRINUSE' ? portTaken(app.config.port) : reason),
    );
    app.server.listen({ port: app.config.port, host: app.config.host, backlog }, resolve);
  });
  return openControl(app, dataCommands);
}

const portTaken = (port: number): ConfigError =>
  new ConfigError(`Port ${port} is already in use. Set PORT to another one, or stop what listens there.`);

async function stop(app: App, closeControl: () => Promise<void>): Promise<void> {
  const forced = setTimeout(() => process.exit(1), stopWithinMs);
  forced.unref();
  try {
    await closeControl();
    await app.close();
  } catch (reason) {
    app.log.error({ err: reason }, 'The server did not stop cleanly');
    process.exitCode = 1;
  }
}

function addressOf(app: App): string {
  const address = app.server.address();
  if (address === null || typeof address === 'string') return app.config.publicUrl;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

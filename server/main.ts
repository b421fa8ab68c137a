import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';
import { whyNotStarted } from './startFailure.ts';

/** The server's process: configuration, app, listen, graceful stop. */
async function main(): Promise<void> {
  const app = await createApp(readConfig());
  const address = await listen(app);
  process.stdout.write(`Tutoria is ready on ${address}\n`);
}

main().catch((reason: unknown) => {
  const stack = reason instanceof Error ? reason.stack : String(reason);
  process.stderr.write(`${whyNotStarted(reason) ?? stack}\n`);
  process.exitCode = 1;
});

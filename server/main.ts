import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './environment.ts';
import { listen } from './listen.ts';

/** The server's process: configuration, app, listen, graceful stop. */
async function main(): Promise<void> {
  const app = await createApp(readConfig());
  const address = await listen(app);
  process.stdout.write(`Tutoria is ready on ${address}\n`);
}

main().catch((reason: unknown) => {
  const told =
    reason instanceof ConfigError
      ? reason.message
      : reason instanceof Error
        ? (reason.stack ?? reason.message)
        : String(reason);
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
});

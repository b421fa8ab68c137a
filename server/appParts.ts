import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Installation } from './host/installation.ts';
import type { Scopes } from './host/scopes.ts';
import type { Bus } from './realtime/bus.ts';

/** What both sides of an app stand on: what runs in the background, and what answers requests. */
export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  readonly scopes: Scopes;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly installation: Installation;
}

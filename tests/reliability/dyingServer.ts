import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/database.ts';
import { listen } from '../../server/listen.ts';
import { isMoment, type Moment, moments } from './processes/moments.ts';

/*
 * A server that is killed at one moment of an import, as a power cut would, so that a test needs no luck to meet it. Jobs
 * run in the thread of the process, which is where the moment is noticed.
 */

const moment = process.env.DIES_AT ?? '';
if (!isMoment(moment)) throw new Error(`DIES_AT must be one of ${Object.keys(moments).join(', ')}`);

const die = (): boolean => process.kill(process.pid, 'SIGKILL');

const dying = (database: Database, { isHere, isBeforeCommit }: Moment): Database => ({
  ...database,
  write: async (work, before) => {
    let isNow = false;
    const value = await database.write(async (trx) => {
      const done = await work(trx);
      isNow = await isHere(trx);
      if (isNow && isBeforeCommit) die();
      return done;
    }, before);
    if (isNow) die();
    return value;
  },
});

const app = await createApp(readConfig(), {
  threads: false,
  around: (database) => dying(database, moments[moment]),
});
process.stdout.write(`${await listen(app)}\n`);

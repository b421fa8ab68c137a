import type { Schedule } from '../jobs/job.ts';
import { sheetKeptMs } from './queries/sheets.ts';
import { forgetAttempts } from './store/attempts.ts';
import { forgetCodes } from './store/codes.ts';
import { forgetSessions } from './store/sessions.ts';
import { forgetSheets } from './store/sheets.ts';

const day = 86_400_000;
/** How long an address from which somebody signed in counts as known. */
const knownDays = 90;

/** How long it can be told of a code that it was used or has expired. */
const keptCodesDays = 365;

export const forgetOldSignIns: Schedule = {
  name: 'auth.forget-old-sign-ins',
  everySeconds: 86_400,
  run: async ({ db, now }) => {
    await forgetSessions(db, now);
    await forgetCodes(db, new Date(now.getTime() - keptCodesDays * day));
    await forgetAttempts(db, new Date(now.getTime() - day), new Date(now.getTime() - knownDays * day));
  },
};

/** Sheets of cards are there to be printed, not to be kept. */
export const forgetOldSheets: Schedule = {
  name: 'auth.forget-sheets',
  everySeconds: 3_600,
  run: async ({ db, now }) => void (await forgetSheets(db, new Date(now.getTime() - sheetKeptMs))),
};

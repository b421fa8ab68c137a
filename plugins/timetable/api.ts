import { apiRef } from '../../server/host/plugin.ts';

/** Nothing is offered to other plugins yet; the ledger is where they see taken time. */
export type TimetableApi = Readonly<Record<never, never>>;

export const timetableApi = apiRef<TimetableApi>('timetable');

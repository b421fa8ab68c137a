import type { CalendarApi } from '../../calendar/api.ts';
import type { Moment } from '../../people/api.ts';
import type { ImportFile } from '../csv/rows.ts';
import type { Plan } from '../domain/plan.ts';
import { planImport } from '../planner/planImport.ts';
import { readExisting } from './readExisting.ts';

/** What an import of these files would change now, or everything that is wrong with them. */
export const planFiles = async (calendar: CalendarApi, moment: Moment, files: readonly ImportFile[]): Promise<Plan> =>
  planImport(files, await readExisting(moment, calendar));

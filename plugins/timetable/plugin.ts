import { calendarApi } from '../../server/calendar/api.ts';
import { definePlugin } from '../../server/host/plugin.ts';
import { peopleApi } from '../../server/people/api.ts';
import { schoolApi } from '../../server/school/api.ts';
import { timetableApi } from './api.ts';

export default definePlugin({
  ref: timetableApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, calendarApi],
  start: () => ({ api: {} }),
});

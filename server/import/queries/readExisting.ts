import type { CalendarApi } from '../../calendar/api.ts';
import type { ContactsApi } from '../../contacts/api.ts';
import type { NotifyApi } from '../../notify/api.ts';
import type { Moment } from '../../people/api.ts';
import type { Existing } from '../domain/existing.ts';
import { type Fields, type ImportRecord, type Kind, keyOf, nameOf } from '../domain/records.ts';
import { windowsText } from '../domain/windows.ts';
import { channelKey } from '../forms/channels.ts';
import { quietText } from '../forms/quiet.ts';
import { readMemory } from '../store/memory.ts';
import {
  deviceIds,
  guardianshipRows,
  homeSchoolRows,
  type KeyedRow,
  keyed,
  personRows,
  roleRows,
  studentRows,
} from '../store/peopleRows.ts';
import {
  courseRows,
  gridRows,
  groupRows,
  holidayRows,
  stayRows,
  subgroupRows,
  subjectRows,
  termRows,
} from '../store/schoolRows.ts';

/** The database as an import sees it: records by name, and the ids of those that have one. */
export interface Snapshot extends Existing {
  /** `nameOf` -> id. */
  readonly ids: ReadonlyMap<string, string>;
  /** Shared devices by label. */
  readonly devices: ReadonlyMap<string, string>;
}

/** Collects records, and translates ids into the school's own keys. */
class Collection {
  readonly records = new Map<string, ImportRecord>();
  readonly ids = new Map<string, string>();
  readonly #keys = new Map<string, string>();

  add(kind: Kind, key: string, fields: Fields): void {
    this.records.set(nameOf({ kind, key }), { kind, key, fields });
  }

  /** Adds something that has an id of its own. */
  entity(kind: Kind, key: string, id: string, fields: Fields): void {
    this.add(kind, key, fields);
    this.ids.set(nameOf({ kind, key }), id);
    this.#keys.set(id, key);
  }

  entities<R extends KeyedRow>(kind: Kind, rows: readonly R[], fieldsOf: (row: R) => Fields): void {
    for (const row of rows) this.entity(kind, keyed(row), row.id, fieldsOf(row));
  }

  keyOf(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  keyOrNull(id: string | null): string | null {
    return id === null ? null : this.keyOf(id);
  }
}

/** The modules whose tables are read through them; those of people and school are read at once. */
export interface ReadModules {
  readonly calendar: CalendarApi;
  readonly contacts: ContactsApi;
  readonly notify: NotifyApi;
}

/** Everything that an import compares with. */
export async function readExisting(moment: Moment, modules: ReadModules): Promise<Snapshot> {
  const all = new Collection();
  await collectPeople(moment, all, modules);
  await collectGroups(moment, all);
  await collectCoursesAndDates(moment, all);
  await collectWindows(moment, all, modules.calendar);
  const memory = new Map((await readMemory(moment.db)).map((row) => [nameOf(row), row.fieldsJson]));
  return { records: all.records, ids: all.ids, memory, devices: await deviceIds(moment.db) };
}

async function collectPeople(moment: Moment, all: Collection, modules: ReadModules): Promise<void> {
  const { db } = moment;
  all.entities('home-school', await homeSchoolRows(db), ({ name, zone }) => ({ name, zone }));
  const quiet = await modules.notify.allQuietChoices(moment);
  all.entities('person', await personRows(db), ({ id, externalId: _, ...fields }) => ({
    ...fields,
    quietHours: quietText(quiet.get(id)),
  }));
  for (const { personId, homeSchoolId, grade, bornOn } of await studentRows(db))
    all.add('student', all.keyOf(personId), { homeSchool: all.keyOf(homeSchoolId), grade, bornOn });
  for (const { personId, role, homeSchoolId } of await roleRows(db))
    all.add('role', keyOf(all.keyOf(personId), role, all.keyOrNull(homeSchoolId)), {});
  for (const { guardianId, studentId, ...held } of await guardianshipRows(moment))
    all.add('guardianship', keyOf(all.keyOf(guardianId), all.keyOf(studentId)), held);
  for (const [personId, channels] of await modules.contacts.allChannels(moment))
    for (const [at, channel] of channels.entries()) {
      const { value, purpose, bestHours, note, isPublic } = channel;
      const hours = { bestFrom: bestHours?.from ?? null, bestTo: bestHours?.to ?? null };
      const fields = { value, purpose, ...hours, note, isPublic, place: at + 1 };
      all.add('channel', channelKey(all.keyOf(personId), channel), fields);
    }
}

async function collectGroups(moment: Moment, all: Collection): Promise<void> {
  const { db } = moment;
  all.entities('group', await groupRows(db), ({ name, grade, zone, meetingUrl }) => ({
    name,
    grade,
    zone,
    meetingUrl,
  }));
  for (const { groupId, weekday, hour, startsTime, minutes } of await gridRows(db))
    all.add('grid-place', keyOf(all.keyOf(groupId), weekday, hour), { startsTime, minutes });
  for (const { id, groupId, name } of await subgroupRows(db))
    all.entity('subgroup', keyOf(all.keyOf(groupId), name), id, {});
  for (const { ownerId, personId } of await stayRows(moment, 'school_group_tutor'))
    all.add('tutor', keyOf(all.keyOf(ownerId), all.keyOf(personId)), {});
  for (const { ownerId, personId } of await stayRows(moment, 'school_group_member'))
    all.add('member', keyOf(all.keyOf(personId), all.keyOf(ownerId)), {});
  for (const { ownerId, personId } of await stayRows(moment, 'school_subgroup_member'))
    all.add('subgroup-member', keyOf(all.keyOf(personId), all.keyOf(ownerId)), {});
}

async function collectCoursesAndDates({ db }: Moment, all: Collection): Promise<void> {
  for (const { id, name } of await subjectRows(db)) all.entity('subject', name, id, {});
  all.entities('course', await courseRows(db), (row) => ({
    group: all.keyOf(row.groupId),
    subgroup: row.subgroupId === null ? null : (all.keyOf(row.subgroupId).split('|').at(-1) ?? null),
    subject: all.keyOf(row.subjectId),
    teacher: all.keyOrNull(row.teacherId),
    lessonsAWeek: row.lessonsAWeek,
    lessonMinutes: row.lessonMinutes,
    isActive: row.isActive,
  }));
  all.entities('term', await termRows(db), ({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn }));
  all.entities('holiday', await holidayRows(db), ({ name, groupId, fromOn, untilOn }) => ({
    name,
    group: all.keyOrNull(groupId),
    fromOn,
    untilOn,
  }));
}

async function collectWindows({ db }: Moment, all: Collection, calendar: CalendarApi): Promise<void> {
  const windows = await calendar.allWindows(db);
  const byKey = new Map<string, (typeof windows)[number][]>();
  for (const window of windows) {
    const key = keyOf(all.keyOf(window.personId), window.kind);
    const own = byKey.get(key);
    if (own) own.push(window);
    else byKey.set(key, [window]);
  }
  for (const [key, own] of byKey) all.add('windows', key, { windows: windowsText(own) });
}

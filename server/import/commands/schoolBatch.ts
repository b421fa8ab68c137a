import type { SchoolBatch } from '../../school/api.ts';
import { type Fields, type Kind, keyOf, partsOf } from '../domain/records.ts';
import { type Ids, subgroupIdOf } from './ids.ts';
import { type ChangesOf, type FullChange, text, textOrNull, whole } from './values.ts';

/** What school has to store. `gridOf` tells the places that a group will have. */
export function schoolBatch(
  changes: ChangesOf,
  ids: Ids,
  gridOf: (group: string) => SchoolBatch['grids'][number]['places'],
): SchoolBatch {
  const grids = new Set(changes('grid-place').map(({ key }) => partsOf(key)[0] ?? ''));
  return {
    homeSchools: rows(changes, 'home-school', ids, ({ name, zone }) => ({ name: text(name), zone: text(zone) })),
    subjects: changes('subject').map(({ key }) => ({ id: ids.of('subject', key), name: key })),
    groups: rows(changes, 'group', ids, ({ name, grade, zone, meetingUrl }) => ({
      name: text(name),
      grade: whole(grade),
      zone: text(zone),
      meetingUrlTemplate: textOrNull(meetingUrl),
    })),
    grids: [...grids].map((group) => ({ groupId: ids.of('group', group), places: gridOf(group) })),
    tutors: moves(changes('tutor'), (change) => ({
      ownerId: ids.part('group', change, 0),
      personId: ids.part('person', change, 1),
    })),
    subgroups: changes('subgroup').map((change) => ({
      id: ids.of('subgroup', change.key),
      groupId: ids.part('group', change, 0),
      name: partsOf(change.key)[1] ?? '',
    })),
    members: moves(changes('member'), (change) => ({
      ownerId: ids.part('group', change, 1),
      personId: ids.part('person', change, 0),
    })),
    subgroupMembers: moves(changes('subgroup-member'), (change) => ({
      ownerId: subgroupIdOf(ids, change.key),
      groupId: ids.part('group', change, 1),
      personId: ids.part('person', change, 0),
    })),
    courses: rows(changes, 'course', ids, (fields) => courseOf(fields, ids)),
    terms: rows(changes, 'term', ids, ({ name, startsOn, endsOn }) => ({
      name: text(name),
      startsOn: text(startsOn),
      endsOn: text(endsOn),
    })),
    holidays: rows(changes, 'holiday', ids, ({ name, group, fromOn, untilOn }) => ({
      name: text(name),
      groupId: ids.orNull('group', group),
      fromOn: text(fromOn),
      untilOn: text(untilOn),
    })),
  };
}

function courseOf({ group, subgroup, subject, teacher, lessonsAWeek, lessonMinutes }: Fields, ids: Ids) {
  return {
    groupId: ids.of('group', text(group)),
    subgroupId: subgroup ? ids.of('subgroup', keyOf(text(group), text(subgroup))) : null,
    subjectId: ids.of('subject', text(subject)),
    teacherId: ids.orNull('person', teacher),
    lessonsAWeek: whole(lessonsAWeek),
    lessonMinutes: whole(lessonMinutes),
  };
}

/** Added and changed rows of a kind; a changed row is written whole, with what it keeps. */
function rows<T>(changes: ChangesOf, kind: Kind, ids: Ids, read: (fields: Fields) => T) {
  const of = changes(kind);
  const whole = (change: FullChange): T => read({ ...change.full, ...change.fields });
  return {
    added: of
      .filter(({ action }) => action === 'add')
      .map((change) => ({ ...whole(change), id: ids.of(kind, change.key), externalId: change.key })),
    changed: of
      .filter(({ action }) => action === 'change')
      .map((change) => ({ id: ids.of(kind, change.key), change: whole(change) })),
  };
}

const moves = <T>(changes: readonly FullChange[], read: (change: FullChange) => T) => ({
  added: changes.filter(({ action }) => action === 'add').map(read),
  removed: changes.filter(({ action }) => action === 'remove').map(read),
});

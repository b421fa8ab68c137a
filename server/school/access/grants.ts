import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { idListOf } from '../../db/many.ts';
import { prepared } from '../../db/prepared.ts';
import { dayOf } from '../../people/api.ts';

interface Led {
  readonly personId: string;
  readonly what: 'tutor' | 'teacher';
  readonly id: string;
}

/** Asked with every request, so both in one query. */
const ledBy = prepared<{ personIds: string; today: string }, Led>((db, value) => {
  const active = () =>
    db('people_person')
      .whereIn('id', idListOf(db, value('personIds')))
      .where('isActive', true)
      .select('id');
  return db('school_group_tutor as tutor')
    .join('school_group as tutored', 'tutored.id', 'tutor.groupId')
    .whereIn('tutor.personId', active())
    .where('tutored.isActive', true)
    .where((stays) => stays.whereNull('tutor.untilOn').orWhere('tutor.untilOn', '>=', value('today')))
    .distinct({ personId: 'tutor.personId' }, db.raw(`'tutor' as what`), { id: 'tutor.groupId' })
    .unionAll(
      db('school_course as course')
        .whereIn('course.teacherId', active())
        .where('course.isActive', true)
        .select({ personId: 'course.teacherId' }, db.raw(`'teacher' as what`), { id: 'course.id' }),
    );
});

/** Grants that follow from school's facts: tutor of a group, teacher of a course. None for the inactive. */
export async function grantsOf(
  db: Knex,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const led = await ledBy(db, { personIds: JSON.stringify(personIds), today: dayOf(now) });
  return new Map(
    [...new Set(led.map(({ personId }) => personId))].map((id) => [
      id,
      grantsFrom(
        id,
        led.filter(({ personId }) => personId === id),
      ),
    ]),
  );
}

function grantsFrom(personId: string, led: readonly Led[]): readonly Grant[] {
  const idsOf = (wanted: Led['what']): readonly string[] =>
    led.flatMap(({ what, id }) => (what === wanted ? [id] : []));
  const [groupIds, courseIds] = [idsOf('tutor'), idsOf('teacher')];
  const self = { kind: 'self', id: personId } as const;
  return [
    ...groupIds.map((id): Grant => ({ role: 'tutor', scope: { kind: 'group', id } })),
    ...(groupIds.length > 0 ? [{ role: 'tutor', scope: self } as const] : []),
    ...courseIds.map((id): Grant => ({ role: 'teacher', scope: { kind: 'course', id } })),
    ...(courseIds.length > 0 ? [{ role: 'teacher', scope: self } as const] : []),
  ];
}

import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { prepared } from '../../db/prepared.ts';
import { dayOf } from '../../people/api.ts';

interface Led {
  readonly what: 'tutor' | 'teacher';
  readonly id: string;
}

/** Asked with every request, so both in one query. */
const ledBy = prepared<{ personId: string; today: string }, Led>((db, value) => {
  const active = () =>
    db('people_person')
      .where({ id: value('personId'), isActive: true })
      .select('id');
  return db('school_group_tutor as tutor')
    .join('school_group as tutored', 'tutored.id', 'tutor.groupId')
    .whereIn('tutor.personId', active())
    .where('tutored.isActive', true)
    .where((stays) => stays.whereNull('tutor.untilOn').orWhere('tutor.untilOn', '>=', value('today')))
    .distinct(db.raw(`'tutor' as what`), { id: 'tutor.groupId' })
    .unionAll(
      db('school_course as course')
        .whereIn('course.teacherId', active())
        .where('course.isActive', true)
        .select(db.raw(`'teacher' as what`), { id: 'course.id' }),
    );
});

/** Grants that follow from school's facts: tutor of a group, teacher of a course. None for the inactive. */
export async function grantsOf(db: Knex, personId: string, now: Date): Promise<readonly Grant[]> {
  const led = await ledBy(db, { personId, today: dayOf(now) });
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

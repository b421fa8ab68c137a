import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';
import { studentsOfChanges, type ToldChange, toldOf } from '../domain/publish/told.ts';
import { timetablePublished } from '../events.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { homeSchoolsOf } from '../queries/homeSchoolsOf.ts';
import { changesOf, countChangesOfHomeSchool, type PublicationChange } from '../store/publicationChanges.ts';
import { type Publication, publicationById } from '../store/publications.ts';
import { personTopic } from '../topics.ts';
import { tellEach } from './tellEach.ts';

/** Tells whoever has other lessons than before, once a publication; whoever keeps all of them hears nothing. */
export const tellPublished = (apis: Apis): Reaction<unknown> =>
  defineReaction({
    id: 'timetable.tell-published',
    to: timetablePublished,
    run: async (scope, { payload: { publicationId, groupId } }) => {
      const publication = await publicationById(scope.db, publicationId);
      const [group] = await apis.school.groupsByIds(scope.db, [groupId]);
      const rows = await changesOf(scope.db, publicationId, [groupId]);
      if (!publication || !group || rows.length === 0) return;
      const changes = rows.map(toldChange);
      const dates = rows.flatMap(({ fromHeldOn, heldOn }) => [fromHeldOn, heldOn].flatMap((on) => on ?? [])).sort();
      const courseIds = [...new Set(rows.map(({ courseId }) => courseId))];
      const days = { fromOn: dates[0] ?? publication.effectiveOn, untilOn: dates.at(-1) ?? publication.effectiveOn };
      const learn = studentsOn(await apis.school.studentsOfCourses(scope.db, courseIds, days));
      const students = studentsOfChanges(changes, learn);
      const told = toldOf(changes, learn, await guardingsOf(apis, scope, students));
      const topic = personTopic(apis.school);
      for (const personId of new Set(told.map((one) => one.personId))) scope.touch(topic, personId);
      await tellEach(apis, scope, told, (one) => {
        const isFirst = one.changes.every(({ kind }) => kind === 'added');
        const count = (kind: string): number => one.changes.filter((change) => change.kind === kind).length;
        const firstOn = one.changes.map(({ on }) => on).sort()[0] ?? days.fromOn;
        const whose = one.aboutId === null ? '' : `&person=${one.aboutId}`;
        return {
          kind: isFirst ? 'timetable.published' : 'timetable.changed',
          params: {
            group: group.name,
            from: publication.effectiveOn,
            count: one.changes.length,
            moved: count('moved'),
            cancelled: count('cancelled'),
            added: count('added'),
          },
          link: `/timetable?from=${firstOn}${whose}`,
          dedupeKey: `published:${publicationId}:${one.aboutId ?? ''}`,
        };
      });
      await tellHomeSchools(apis, scope, publication, students);
    },
  });

/** Coordinators of home schools hear once of a publication that gives their students other lessons, however many groups it has. */
async function tellHomeSchools(
  apis: Apis,
  scope: WriteScope,
  { id, effectiveOn }: Pick<Publication, 'id' | 'effectiveOn'>,
  studentIds: readonly string[],
): Promise<void> {
  const names = new Map((await apis.school.homeSchools(scope.db)).map((one) => [one.id, one.name]));
  for (const { homeSchoolId, coordinatorIds } of await homeSchoolsOf(apis, scope, studentIds))
    await apis.notify?.tell(scope, {
      personIds: coordinatorIds,
      kind: 'timetable.school-published',
      params: {
        school: names.get(homeSchoolId) ?? '',
        from: effectiveOn,
        count: await countChangesOfHomeSchool(scope.db, id, homeSchoolId, dayOf(scope.now)),
      },
      link: `/home-schools/${homeSchoolId}?from=${effectiveOn}`,
      dedupeKey: `school-published:${id}:${homeSchoolId}`,
    });
}

interface PublishedChange extends ToldChange {
  readonly kind: string;
  readonly on: string;
}

const toldChange = (row: PublicationChange): PublishedChange => ({
  kind: row.kind,
  on: row.heldOn ?? row.fromHeldOn ?? '',
  courseId: row.courseId,
  from: row.fromHeldOn === null ? null : { on: row.fromHeldOn, teacherId: row.fromTeacherId },
  to: row.heldOn === null ? null : { on: row.heldOn, teacherId: row.teacherId },
});

import type { Knex } from 'knex';
import { v7 } from 'uuid';
import { system } from '../../access/actor.ts';
import type { ExplicitRole } from '../../people/api.ts';
import type { World } from './world.ts';

const stay = { fromOn: '2026-09-01', untilOn: null };

/** Two home schools, two groups; the red group has a subgroup. Everybody's id by a readable name. */
export async function buildTown(world: World) {
  const { database, person, people, scopes } = world;
  const insert = (table: string, rows: object | object[]) => database.write((trx: Knex) => trx(table).insert(rows));
  const north = v7();
  const south = v7();
  await insert('school_home_school', [
    { id: north, name: 'North', zone: 'Europe/Madrid' },
    { id: south, name: 'South', zone: 'America/Mexico_City' },
  ]);
  const red = v7();
  const blue = v7();
  await insert('school_group', [
    { id: red, name: '7 Red', grade: 7, zone: 'Europe/Madrid' },
    { id: blue, name: '7 Blue', grade: 7, zone: 'Europe/Madrid' },
  ]);
  const student = (homeSchoolId: string) => person({ student: { homeSchoolId, grade: 7 } });
  const ann = await student(north);
  const bob = await student(south);
  const cid = await student(south);
  const guard = (studentId: string, mayAct: boolean) => ({
    studentId,
    relation: 'mother' as const,
    mayAct,
    untilOn: null,
  });
  const annMother = await person({ guardianOf: [guard(ann, true)] });
  const bobReader = await person({ guardianOf: [guard(bob, false)] });
  const [tutor, teacher, halfTeacher, admin, coordinator, northCoordinator, head, leadTutor, psychologist] =
    await Promise.all(Array.from({ length: 9 }, () => person()));
  await insert('school_group_member', [
    { groupId: red, personId: ann, ...stay },
    { groupId: red, personId: bob, ...stay },
    { groupId: blue, personId: cid, ...stay },
  ]);
  const half = v7();
  await insert('school_subgroup', { id: half, groupId: red, name: 'White' });
  await insert('school_subgroup_member', { subgroupId: half, personId: bob, ...stay });
  await insert('school_group_tutor', { groupId: red, personId: tutor, ...stay });
  const subject = v7();
  await insert('school_subject', { id: subject, name: 'Algebra' });
  const course = v7();
  const halfCourse = v7();
  const blueCourse = v7();
  const lessons = { subjectId: subject, lessonsAWeek: 2, lessonMinutes: 40 };
  await insert('school_course', { id: course, groupId: red, teacherId: teacher, ...lessons });
  await insert('school_course', { id: halfCourse, groupId: red, subgroupId: half, teacherId: halfTeacher, ...lessons });
  await insert('school_course', { id: blueCourse, groupId: blue, teacherId: null, ...lessons });
  const grant = (personId: string | undefined, role: ExplicitRole, homeSchoolId: string | null = null) =>
    scopes.inWrite(system, (scope) =>
      people.grantRole(scope, {
        personId: personId ?? '',
        role,
        scopeKind: homeSchoolId ? 'home-school' : 'everything',
        homeSchoolId,
      }),
    );
  await grant(admin, 'admin');
  await grant(coordinator, 'coordinator');
  await grant(northCoordinator, 'coordinator', north);
  await grant(head, 'head', south);
  await grant(leadTutor, 'lead-tutor', south);
  await grant(psychologist, 'psychologist');
  const persons = { ann, bob, cid, annMother, bobReader, tutor, teacher, halfTeacher, admin, coordinator };
  return {
    persons: { ...persons, northCoordinator, head, leadTutor, psychologist } as Record<string, string>,
    groups: { red, blue },
    courses: { course, halfCourse, blueCourse },
    homeSchools: { north, south },
    half,
    subject,
  };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;

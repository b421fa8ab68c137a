import { expect } from 'chai';
import type { Knex } from 'knex';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { definePermission } from '../../access/permission.ts';
import { roles } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { buildTown, type Town } from './town.ts';
import { modules, startWorld, type World } from './world.ts';

const read = definePermission('test.read', roles);
const decide = definePermission('test.decide', ['admin', 'tutor']);

/** Per person: which students, groups and courses they reach by a permission of every role, and whose names they see. */
const reaches: Record<string, { students: string; groups: string; courses: string; sees: string }> = {
  admin: { students: 'ann bob cid', groups: 'red blue', courses: 'course halfCourse blueCourse', sees: 'everybody' },
  coordinator: {
    students: 'ann bob cid',
    groups: 'red blue',
    courses: 'course halfCourse blueCourse',
    sees: 'everybody',
  },
  psychologist: {
    students: 'ann bob cid',
    groups: 'red blue',
    courses: 'course halfCourse blueCourse',
    sees: 'everybody',
  },
  northCoordinator: { students: 'ann', groups: 'red', courses: 'course', sees: 'ann annMother staff' },
  head: {
    students: 'bob cid',
    groups: 'red blue',
    courses: 'course halfCourse blueCourse',
    sees: 'bob cid bobReader staff',
  },
  leadTutor: {
    students: 'bob cid',
    groups: 'red blue',
    courses: 'course halfCourse blueCourse',
    sees: 'bob cid bobReader staff',
  },
  tutor: {
    students: 'ann bob',
    groups: 'red',
    courses: 'course halfCourse',
    sees: 'ann bob annMother bobReader staff',
  },
  teacher: { students: 'ann bob', groups: 'red', courses: 'course', sees: 'ann bob staff' },
  halfTeacher: { students: 'bob', groups: 'red', courses: 'halfCourse', sees: 'bob staff' },
  ann: {
    students: 'ann',
    groups: 'red',
    courses: 'course',
    sees: 'ann bob annMother tutor teacher coordinator northCoordinator psychologist',
  },
  bob: {
    students: 'bob',
    groups: 'red',
    courses: 'course halfCourse',
    sees: 'ann bob bobReader tutor teacher halfTeacher coordinator leadTutor psychologist',
  },
  cid: { students: 'cid', groups: 'blue', courses: 'blueCourse', sees: 'cid coordinator leadTutor psychologist' },
  annMother: {
    students: 'ann',
    groups: 'red',
    courses: 'course',
    sees: 'ann annMother tutor teacher coordinator northCoordinator psychologist',
  },
  bobReader: {
    students: 'bob',
    groups: 'red',
    courses: 'course halfCourse',
    sees: 'bob bobReader tutor teacher halfTeacher coordinator leadTutor psychologist',
  },
};
const staff = 'admin coordinator psychologist northCoordinator head leadTutor tutor teacher halfTeacher';

const idsIn = ({ db }: ReadScope, ids: Knex.QueryBuilder): Promise<string[]> =>
  db.from(ids.as('found')).pluck('found.id');

const statusOf = async (work: Promise<unknown>): Promise<number> => {
  try {
    await work;
    return 200;
  } catch (error) {
    if (error instanceof Problem) return error.kind.status;
    throw error;
  }
};

eachDatabase('Access to the school', (open) => {
  let world: World;
  let town: Town;
  before(async () => {
    world = startWorld(await open(modules));
    town = await buildTown(world);
  });

  const idOf = (name: string): string => town.persons[name] ?? '';
  const as = async <T>(name: string, work: (scope: Parameters<World['school']['seenPersonIds']>[0]) => Promise<T>) =>
    world.scopes.inRead(await world.actor(idOf(name)), work);
  const namesIn = (ids: readonly string[], names: Record<string, string>) =>
    Object.keys(names).filter((name) => ids.includes(names[name] ?? ''));

  for (const [name, expected] of Object.entries(reaches)) {
    it(`lets ${name} reach exactly the own rows`, async () => {
      const { school } = world;
      const found = await as(name, async (scope) => {
        const scopes = scope.actor.grants.map((grant) => grant.scope);
        return {
          students: namesIn(await idsIn(scope, school.studentIdsWithin(scope, scopes)), town.persons),
          groups: namesIn(await idsIn(scope, school.groupIdsWithin(scope, scopes)), town.groups),
          courses: namesIn(await idsIn(scope, school.courseIdsWithin(scope, scopes)), town.courses),
          sees: namesIn(await idsIn(scope, school.seenPersonIds(scope)), town.persons),
        };
      });
      const sees = expected.sees.replace('staff', staff).replace('everybody', Object.keys(town.persons).join(' '));
      expect(found.students).to.have.members(expected.students.split(' '));
      expect(found.groups).to.have.members(expected.groups.split(' '));
      expect(found.courses).to.have.members(expected.courses.split(' '));
      expect(found.sees).to.have.members(sees.split(' '));
    });
  }

  const answers: readonly [who: string, permission: typeof read, whom: string, status: number][] = [
    ['tutor', decide, 'ann', 200],
    ['tutor', decide, 'cid', 404],
    ['teacher', decide, 'ann', 403],
    ['teacher', read, 'cid', 404],
    ['ann', read, 'ann', 200],
    ['ann', read, 'bob', 403],
    ['ann', read, 'cid', 404],
    ['annMother', read, 'ann', 200],
    ['annMother', read, 'bob', 404],
    ['northCoordinator', read, 'bob', 404],
    ['head', read, 'ann', 404],
    ['admin', decide, 'cid', 200],
  ];
  for (const [who, permission, whom, status] of answers)
    it(`answers ${status} when ${who} reaches for ${whom} by ${permission.id}`, async () => {
      expect(await as(who, (scope) => statusOf(world.school.studentAs(scope, permission, idOf(whom))))).to.equal(
        status,
      );
    });

  it('lets a guardian who may act do so, and one who may only read not', async () => {
    const act = (who: string, whom: string) =>
      as(who, (scope) => statusOf(world.school.studentToActFor(scope, read, idOf(whom))));
    expect(await act('annMother', 'ann')).to.equal(200);
    expect(await act('bobReader', 'bob')).to.equal(403);
  });

  it('answers 404 to ids that are none, on both databases', async () => {
    expect(await as('admin', (scope) => statusOf(world.school.groupAs(scope, read, 'nonsense')))).to.equal(404);
    expect(await as('admin', (scope) => statusOf(world.school.courseAs(scope, read, idOf('ann'))))).to.equal(404);
  });

  it('gives nothing to somebody who is no longer active', async () => {
    const gone = await world.person({ student: { homeSchoolId: town.homeSchools.north, grade: 7 } });
    await world.database.write((trx) => trx('people_person').where({ id: gone }).update({ isActive: false }));
    expect((await world.actor(gone)).grants).to.deep.equal([]);
  });

  it('forgets members, tutors and guardians whose time is over', async () => {
    const late = await world.person({ student: { homeSchoolId: town.homeSchools.north, grade: 7 } });
    const ended = { fromOn: '2026-09-01', untilOn: '2026-10-04' };
    await world.database.write((trx) =>
      trx('school_group_member').insert({ groupId: town.groups.red, personId: late, ...ended }),
    );
    const guardian = await world.person({
      guardianOf: [{ studentId: late, relation: 'father', mayAct: true, ...ended }],
    });
    expect((await world.actor(guardian)).grants).to.deep.equal([]);
    expect(await as('tutor', (scope) => world.school.mayReachPerson(scope, read, late))).to.equal('unseen');
  });
});

import { expect } from 'chai';
import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import type { Database } from '../../db/database.ts';
import { buildTown, type Town } from './town.ts';
import { modules, startWorld } from './world.ts';

eachDatabase('The database guards the school', (open) => {
  let database: Database;
  let town: Town;
  before(async () => {
    const world = startWorld(await open(modules));
    database = world.database;
    town = await buildTown(world);
    await insert('school_term', { id: v7(), name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-25' });
    await insert('school_grid_place', place('09:00', 1));
  });

  const insert = (table: string, row: object) => database.write((trx) => trx(table).insert(row));
  const place = (startsTime: string, hour: number) => ({
    ...{ groupId: town.groups.red, weekday: 1, hour },
    ...{ startsTime, minutes: 40 },
  });
  const idOf = (name: string): string => town.persons[name] ?? '';
  const person = { givenName: 'A', familyName: 'B', sortText: 'b a', language: 'en', zone: 'UTC', isActive: true };
  const role = (values: object) => ({ id: v7(), personId: idOf('ann'), grantedAt: new Date(0), ...values });
  const stay = { fromOn: '2026-12-01', untilOn: null };

  const refused: readonly [what: string, table: string, row: () => object][] = [
    [
      'a term that shares a day',
      'school_term',
      () => ({ id: v7(), name: 'x', startsOn: '2026-12-25', endsOn: '2027-01-10' }),
    ],
    [
      'a term within another',
      'school_term',
      () => ({ id: v7(), name: 'x', startsOn: '2026-10-01', endsOn: '2026-10-02' }),
    ],
    [
      'a term that ends before it begins',
      'school_term',
      () => ({ id: v7(), name: 'x', startsOn: '2028-02-01', endsOn: '2028-01-01' }),
    ],
    [
      'a member twice at once',
      'school_group_member',
      () => ({ groupId: town.groups.red, personId: idOf('ann'), ...stay }),
    ],
    [
      'a member who is no student',
      'school_group_member',
      () => ({ groupId: town.groups.red, personId: idOf('tutor'), ...stay }),
    ],
    [
      'a tutor twice at once',
      'school_group_tutor',
      () => ({ groupId: town.groups.red, personId: idOf('tutor'), ...stay }),
    ],
    [
      'a subgroup member from another group',
      'school_subgroup_member',
      () => ({ subgroupId: town.half, personId: idOf('cid'), ...stay }),
    ],
    ['hours that overlap', 'school_grid_place', () => place('09:39', 2)],
    [
      'a course of a subgroup of another group',
      'school_course',
      () => ({
        ...{ id: v7(), groupId: town.groups.blue, subgroupId: town.half, subjectId: town.subject },
        ...{ lessonsAWeek: 1, lessonMinutes: 40, isActive: true },
      }),
    ],
    [
      'the same course twice',
      'school_course',
      () => ({
        ...{
          id: v7(),
          groupId: town.groups.blue,
          subjectId: town.subject,
          lessonsAWeek: 1,
          lessonMinutes: 40,
          isActive: true,
        },
      }),
    ],
    [
      'a student of an unknown home school',
      'people_student',
      () => ({ personId: idOf('tutor'), homeSchoolId: v7(), grade: 7 }),
    ],
    [
      'grade 13',
      'people_student',
      () => ({ personId: idOf('tutor'), homeSchoolId: town.homeSchools.north, grade: 13 }),
    ],
    ['a tutor role everywhere', 'people_role', () => role({ role: 'tutor', scopeKind: 'everything' })],
    ['a home school role without one', 'people_role', () => role({ role: 'head', scopeKind: 'home-school' })],
    ['an unknown language', 'people_person', () => ({ ...person, id: v7(), language: 'fr', createdAt: new Date(0) })],
    [
      'a guardian of oneself',
      'people_guardianship',
      () => ({
        ...{
          id: v7(),
          guardianId: idOf('ann'),
          studentId: idOf('ann'),
          relation: 'other',
          mayAct: true,
          fromOn: '2026-01-01',
        },
      }),
    ],
  ];
  for (const [what, table, row] of refused)
    it(`refuses ${what}`, async () => {
      let failure: unknown;
      await insert(table, row()).catch((reason: unknown) => {
        failure = reason;
      });
      expect(failure).to.be.instanceOf(Error);
    });

  it('keeps a home school that students or staff name', async () => {
    let failure: unknown;
    await database
      .write((trx) => trx('school_home_school').where({ id: town.homeSchools.north }).delete())
      .catch((reason: unknown) => {
        failure = reason;
      });
    expect(failure).to.be.instanceOf(Error);
  });

  it('lets hours, terms and stays follow each other', async () => {
    await insert('school_grid_place', place('09:40', 2));
    await insert('school_term', { id: v7(), name: 'Spring', startsOn: '2026-12-26', endsOn: '2027-05-31' });
    const ended = { fromOn: '2026-01-01', untilOn: '2026-08-31' };
    await insert('school_group_member', { groupId: town.groups.red, personId: idOf('ann'), ...ended });
  });
});

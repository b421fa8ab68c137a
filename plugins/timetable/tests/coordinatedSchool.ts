import type { TestApp } from '../../../tests/harness/eachApp.ts';
import { runningSchool } from './runningSchool.ts';

/** The running school, and the coordinators of the home school of its students and of another one. */
export async function coordinatedSchool(test: TestApp) {
  const it = await runningSchool(test);
  const { reader } = test.app.database;
  const members: { personId: string }[] = await reader('school_group_member')
    .where({ groupId: it.group.id })
    .select('personId');
  const homeSchool = await test.school.homeSchool({ name: 'Home' });
  await test.app.database.write((trx) =>
    trx('people_student')
      .whereIn(
        'personId',
        members.map(({ personId }) => personId),
      )
      .update({ homeSchoolId: homeSchool.id }),
  );
  const coordinator = await test.school.staff('coordinator', { homeSchoolId: homeSchool.id });
  const other = await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id });
  const as = {
    tutor: await test.signIn(it.tutor),
    coordinator: await test.signIn(coordinator),
    other: await test.signIn(other),
  };
  const agreements = `/api/timetable/drafts/${it.draftId}/agreements`;
  const plan = { draftId: it.draftId, effectiveOn: '2026-09-14' };
  const tryToPublish = async () => {
    const { body } = await as.tutor.post('/api/timetable/publication-previews').send(plan).expect(200);
    return as.tutor.post('/api/timetable/publications').send({ ...plan, fingerprint: body.fingerprint });
  };
  return { ...it, as, agreements, plan, tryToPublish, homeSchool, coordinator };
}

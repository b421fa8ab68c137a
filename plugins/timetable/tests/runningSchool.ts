import type { TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { usualRules } from '../domain/compose/draftRules.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { insertDraft } from '../store/drafts.ts';

/** Where a lesson of a draft is put: weekday and hour of the grid. */
export interface At {
  readonly weekday: number;
  readonly hour: number;
}

type One = { readonly id: string };

/** Stores a draft of one group with the places of its courses' lessons. Returns its id. */
export async function draftOf(
  { app }: TestApp,
  term: One,
  group: One,
  places: readonly (readonly [course: One, ...at: At[]])[],
  by: One,
): Promise<string> {
  const id = app.newId();
  await app.database.write(async (trx) => {
    const draft = {
      id,
      termId: term.id,
      name: 'Autumn',
      state: 'draft',
      revision: 1,
      seed: 1,
      rulesJson: usualRules,
      basePublicationId: null,
      solvingJobId: null,
      createdById: by.id,
      createdAt: app.clock(),
    } as const;
    await insertDraft(trx, draft, [group.id]);
    await placeLessons(
      trx,
      id,
      places.flatMap(([course, ...at]) =>
        at.map((place, i) => ({ courseId: course.id, nth: i + 1, groupId: group.id, at: place, isLocked: false })),
      ),
    );
  });
  return id;
}

/** A group of three students in Madrid with a teacher, two courses, a guardian and a tutor. */
export async function runningSchool(test: TestApp) {
  const { school } = test;
  const homeSchool = await school.homeSchool();
  const group = await school.group({ name: '7 A' });
  await school.grid(group);
  const tutor = await school.person({ givenName: 'Tatiana' });
  await school.tutor(group, tutor);
  const students = [];
  for (const givenName of ['Luis', 'Marta', 'Nuria']) {
    const student = await school.student({ givenName, homeSchoolId: homeSchool.id });
    await school.member(group, student);
    students.push(student);
  }
  const [student, ...others] = students;
  if (!student) throw new Error('A group has students');
  const guardian = await school.guardian(student, { givenName: 'Gloria' });
  const teacher = await school.staff('teacher', { givenName: 'Pedro' });
  const otherTeacher = await school.staff('teacher', { givenName: 'Quim' });
  const maths = await school.course(group, { teacherId: teacher.id, lessonsAWeek: 2 });
  const biology = await school.course(group, { teacherId: otherTeacher.id, lessonsAWeek: 1 });
  const term = await school.term({ startsOn: '2026-09-07', endsOn: '2026-10-30' });
  const usual = [
    [maths, { weekday: 1, hour: 2 }, { weekday: 3, hour: 2 }],
    [biology, { weekday: 2, hour: 3 }],
  ] as const;
  const draftId = await draftOf(test, term, group, usual, tutor);
  return { homeSchool, group, tutor, student, others, guardian, teacher, otherTeacher, maths, biology, term, draftId };
}

/** Previews and publishes a draft, and lets it become visible. Answers the preview. */
export async function publish(
  test: TestApp,
  browser: TestAgent,
  plan: { readonly draftId: string; readonly effectiveOn: string } & Record<string, unknown>,
) {
  const preview = await browser.post('/api/timetable/publication-previews').send(plan).expect(200);
  const { fingerprint } = preview.body;
  const started = await browser
    .post('/api/timetable/publications')
    .send({ ...plan, fingerprint })
    .expect(202);
  await test.settle();
  return { preview: preview.body, id: started.body.id };
}

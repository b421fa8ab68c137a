import type { Language } from '../../server/host/language.ts';
import type { TestAgent } from '../harness/testAgent.ts';
import type { Prepared } from './inBrowser.ts';

interface At {
  readonly weekday: number;
  readonly hour: number;
}

type One = { readonly id: string };

/** One draft lesson after another is put where it belongs, as a tutor would by hand. */
async function composed(tutor: TestAgent, term: One, group: One, places: readonly (readonly [One, ...At[]])[]) {
  const wish = { termId: term.id, groupIds: [group.id], name: 'Autumn', from: 'empty' };
  let { body: draft } = await tutor.post('/api/timetable/drafts').send(wish).expect(201);
  for (const [course, ...at] of places)
    for (const [index, to] of at.entries())
      ({ body: draft } = await tutor
        .post(`/api/timetable/drafts/${draft.id}/lessons/${course.id}/${index + 1}/move`)
        .set('If-Match', `"${draft.revision}"`)
        .send({ to })
        .expect(200));
  return { draftId: String(draft.id) };
}

async function publish(world: Prepared, tutor: TestAgent, draftId: string, effectiveOn: string): Promise<void> {
  const plan = { draftId, effectiveOn };
  const { body: preview } = await tutor.post('/api/timetable/publication-previews').send(plan).expect(200);
  const { fingerprint } = preview;
  await tutor
    .post('/api/timetable/publications')
    .send({ ...plan, fingerprint })
    .expect(202);
  await world.settle();
}

/** A group of Madrid with its people, whose timetable begins this Monday. Luis has maths on Monday at nine. */
export async function publishedSchool(world: Prepared, language: Language = 'en') {
  const { school, signIn } = world;
  const homeSchool = await school.homeSchool({ name: 'Colegio del Retiro' });
  const group = await school.group({ name: '7 A' });
  await school.grid(group);
  const tutor = await school.staff('tutor', { givenName: 'Tatiana', familyName: 'Torres', language });
  await school.tutor(group, tutor);
  const children = [];
  for (const givenName of ['Luis', 'Marta', 'Nuria']) {
    const student = await school.student({ givenName, familyName: 'Luna', homeSchoolId: homeSchool.id, language });
    await school.member(group, student);
    children.push(student);
  }
  const [student, sister] = children;
  if (!student || !sister) throw new Error('The group has students');
  const guardian = await school.guardian(student, { givenName: 'Gloria', familyName: 'Luna', language });
  const teacher = await school.staff('teacher', { givenName: 'Pedro', familyName: 'Prado', language });
  const otherTeacher = await school.staff('teacher', { givenName: 'Quim', familyName: 'Quiroga', language });
  const [mathsIs, biologyIs] = [await school.subject({ name: 'Maths' }), await school.subject({ name: 'Biology' })];
  const maths = await school.course(group, { subjectId: mathsIs.id, teacherId: teacher.id, lessonsAWeek: 2 });
  const biology = await school.course(group, { subjectId: biologyIs.id, teacherId: otherTeacher.id, lessonsAWeek: 1 });
  const term = await school.term({ startsOn: '2026-09-07', endsOn: '2026-10-30' });
  const agent = await signIn(tutor);
  // The teacher's consent is the last word here.
  const policy = `/api/timetable/groups/${group.id}/request-policy`;
  await agent.put(policy).set('If-Match', '"0"').send({ isTeacherEnough: true }).expect(200);
  const { draftId } = await composed(agent, term, group, [
    [maths, { weekday: 1, hour: 2 }, { weekday: 3, hour: 2 }],
    [biology, { weekday: 2, hour: 3 }],
  ]);
  await publish(world, agent, draftId, '2026-09-07');
  return { homeSchool, group, term, tutor, student, sister, guardian, teacher, otherTeacher, maths, biology };
}

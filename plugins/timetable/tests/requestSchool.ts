import type { TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { publish, runningSchool } from './runningSchool.ts';

/** A free hour of the first week. */
export const slot = { on: '2026-09-10', time: '10:00' };
export const otherSlot = { on: '2026-09-11', time: '11:00' };

interface Shown {
  readonly id: string;
  readonly startsAt: string;
  readonly sequence: number;
  readonly revision: number;
}

/** A published school with everybody signed in, and the lessons of its first week. */
export async function requestSchool(test: TestApp) {
  const it = await runningSchool(test);
  const tutor = await test.signIn(it.tutor);
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
  const [first, biology, second]: Shown[] = (
    await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-07`).expect(200)
  ).body.lessons;
  if (!first || !biology || !second) throw new Error('A week has three lessons');
  const by = {
    tutor,
    student: await test.signIn(it.student),
    guardian: await test.signIn(it.guardian),
    teacher: await test.signIn(it.teacher),
    otherTeacher: await test.signIn(it.otherTeacher),
  };
  return { ...it, by, first, biology, second };
}

export const ask = (browser: TestAgent, lesson: { readonly id: string }, body: object = {}) =>
  browser.post(`/api/timetable/lessons/${lesson.id}/reschedules`).send({ reason: 'A doctor', ...body });

/** Acts on a request: answer, counter, confirm, propose, withdraw. */
export const act = (browser: TestAgent, id: string, what: string, body: object = {}) =>
  browser.post(`/api/timetable/reschedules/${id}/${what}`).send(body);

export const show = async (browser: TestAgent, id: string) =>
  (await browser.get(`/api/timetable/reschedules/${id}`).expect(200)).body;

export const lessonNow = async (browser: TestAgent, id: string): Promise<Shown> =>
  (await browser.get(`/api/timetable/lessons/${id}`).expect(200)).body;

export const kindsOf = async (browser: TestAgent): Promise<readonly string[]> =>
  (await browser.get('/api/notices').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);

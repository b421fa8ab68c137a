import type { StartApp, TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { Draft } from '../schemas/drafts.ts';

type One = { readonly id: string };

interface Window {
  readonly kind?: 'online' | 'busy';
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** A group of Madrid with a tutor, three students and two courses of three lessons a week, and what a test does with it. */
export interface ComposingSchool extends TestApp {
  readonly group: One;
  readonly term: One;
  readonly tutor: One;
  readonly students: readonly (One & { readonly homeSchoolId: string })[];
  readonly courses: readonly (One & { readonly teacherId: string | null })[];
  readonly browser: TestAgent;
  /** When somebody can be online. */
  windows(person: One, windows: readonly Window[]): Promise<void>;
  newDraft(over?: object): Promise<Draft>;
  /** Solves and waits; the draft as it is then. */
  solved(draft: Pick<Draft, 'id' | 'revision'>, request?: object): Promise<Draft>;
  read(id: string): Promise<Draft>;
}

export const everyDay = (from: string, to: string): readonly Window[] =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));

export async function composingSchool(start: StartApp): Promise<ComposingSchool> {
  const test = await start();
  const { school, app } = test;
  const term = await school.term();
  const group = await school.group({ name: '7 A' });
  await school.grid(group);
  const tutor = await school.person({ givenName: 'Tatiana' });
  await school.tutor(group, tutor);
  const homeSchool = await school.homeSchool();
  const students = [];
  for (const givenName of ['Luis', 'Marta', 'Nuria']) {
    const student = await school.student({ givenName, homeSchoolId: homeSchool.id });
    await school.member(group, student);
    students.push(student);
  }
  const courses = [await school.course(group), await school.course(group)];
  const browser = await test.signIn(tutor);
  const read = async (id: string): Promise<Draft> =>
    (await browser.get(`/api/timetable/drafts/${id}`).expect(200)).body;
  return {
    ...test,
    group,
    term,
    tutor,
    students,
    courses,
    browser,
    read,
    windows: async (person, windows) => {
      const rows = windows.map(({ kind = 'online', weekday, from, to }) => ({
        id: app.newId(),
        personId: person.id,
        kind,
        weekday,
        fromTime: from,
        toTime: to,
      }));
      await app.database.write(async (trx) => {
        const head = { personId: person.id, revision: 1 };
        await trx('calendar_availability').insert(head).onConflict('personId').ignore();
        await trx('calendar_window').insert(rows);
      });
    },
    newDraft: async (over = {}) => {
      const body = { termId: term.id, groupIds: [group.id], name: 'Autumn', from: 'empty', ...over };
      return (await browser.post('/api/timetable/drafts').send(body).expect(201)).body;
    },
    solved: async ({ id, revision }, request = { moves: 5120 }) => {
      await browser
        .post(`/api/timetable/drafts/${id}/solve`)
        .set('If-Match', `"${revision}"`)
        .send(request)
        .expect(202);
      await test.settle();
      return read(id);
    },
  };
}

import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { peopleApi } from '../../../server/people/api.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type Said, unansweredIn } from '../domain/unanswered.ts';
import plugin from '../plugin.ts';
import { unansweredSection } from '../queries/unanswered.ts';

const said = (day: number, over: Partial<Said> = {}): Said => ({
  sentAt: new Date(Date.UTC(2026, 8, day, 12)),
  isDeleted: false,
  isAnswer: false,
  ...over,
});
const [from, before] = [new Date('2026-09-07T00:00:00Z'), new Date('2026-09-14T00:00:00Z')];

describe('Messages without an answer', () => {
  const cases: readonly (readonly [string, readonly Said[], number])[] = [
    ['are those after the last answer', [said(7), said(8, { isAnswer: true }), said(9), said(10)], 2],
    ['are none when the last word was an answer', [said(9), said(10, { isAnswer: true })], 0],
    ['are answered by a word of the next week too', [said(9), said(15, { isAnswer: true })], 0],
    ['are those of the week alone', [said(5), said(9), said(14)], 1],
    ['are not those that were taken back', [said(9, { isDeleted: true }), said(10)], 1],
    ['stay without one when the answer was taken back', [said(9), said(10, { isAnswer: true, isDeleted: true })], 1],
    ['are none where nobody wrote', [], 0],
  ];
  for (const [what, all, count] of cases) it(what, () => expect(unansweredIn(all, from, before)).to.have.length(count));
});

eachApp('Messages without an answer in the weekly note', (start) => {
  it('are counted of the family’s conversation and of the school’s with the child, of nobody else’s', async () => {
    const { school, app, signIn } = await start({ catalog: [plugin], at: '2026-09-10T10:00:00Z' });
    const [group, tutor, student] = [await school.group(), await school.person(), await school.student()];
    await school.tutor(group, tutor);
    await school.member(group, student);
    const [mother, father] = [await school.guardian(student), await school.guardian(student)];
    const as = await signIn(tutor);
    const talk = async (personIds: readonly string[]) =>
      (await as.post('/api/messages/threads').send({ personIds }).expect(200)).body.id;
    const family = (await as.post(`/api/messages/students/${student.id}/family`).expect(200)).body.id;
    const say = (agent: typeof as, threadId: string) =>
      agent
        .post(`/api/messages/threads/${threadId}/messages`)
        .send({ clientId: app.newId(), text: 'A word' })
        .expect(200);
    const apis = { people: app.api(peopleApi), school: app.api(schoolApi) };
    const lines = () =>
      app.scopes.inRead(system, (scope) =>
        unansweredSection(apis).linesOf(scope, { studentId: student.id, fromOn: '2026-09-07', untilOn: '2026-09-13' }),
      );
    await say(as, await talk([father.id]));
    expect(await lines()).to.deep.equal([]);
    await say(as, await talk([student.id]));
    for (let nth = 0; nth < 2; nth++) await say(as, family);
    expect(await lines()).to.deep.equal([
      { key: 'family', values: { count: 2 } },
      { key: 'student', values: { count: 1 } },
    ]);
    await say(await signIn(mother), family);
    expect(await lines()).to.deep.equal([{ key: 'student', values: { count: 1 } }]);
  });
});

import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { withAgreed } from '../domain/compose/agreedWindow.ts';
import { composingSchool, everyDay } from './composingSchool.ts';

const hours = (weekday: number, from: string, to: string) => ({ weekday, from, to });

describe('Hours that were agreed', () => {
  const cases = [
    {
      title: 'are added in the order of the week',
      known: [hours(2, '09:00', '10:00')],
      agreed: [hours(1, '09:00', '10:00')],
      merged: [hours(1, '09:00', '10:00'), hours(2, '09:00', '10:00')],
    },
    {
      title: 'become one with hours that they touch or overlap',
      known: [hours(1, '08:00', '09:00'), hours(1, '10:00', '12:00')],
      agreed: [hours(1, '09:00', '10:30')],
      merged: [hours(1, '08:00', '12:00')],
    },
    {
      title: 'past midnight are two, from Sunday into Monday as well',
      known: [],
      agreed: [hours(7, '23:30', '00:15')],
      merged: [hours(1, '00:00', '00:15'), hours(7, '23:30', '24:00')],
    },
    {
      title: 'until midnight end with the day',
      known: [],
      agreed: [hours(3, '23:15', '00:00')],
      merged: [hours(3, '23:15', '24:00')],
    },
  ];
  for (const { title, known, agreed, merged } of cases)
    it(title, () => {
      expect(withAgreed(known, agreed)).to.deep.equal(merged);
    });
});

eachApp('A compromise about one student’s hours', (start) => {
  it('is done in one step with the name of who agreed; the family is told, and the lesson has a place', async () => {
    const test = await composingSchool(start);
    const [luis, marta] = test.students;
    const [course] = test.courses;
    if (!luis || !marta || !course) throw new Error('The school has students and courses');
    const guardian = await test.school.guardian(luis);
    await test.windows(luis, everyDay('08:00', '09:00'));
    await test.windows(marta, everyDay('09:00', '10:00'));
    const draft = await test.newDraft();
    const at = `/api/timetable/drafts/${draft.id}/lessons/${course.id}/1`;
    const { body: offers } = await test.browser.get(`${at}/compromises`).expect(200);
    const [offer] = offers.windows.filter((one: { person: { id: string } }) => one.person.id === luis.id);
    const agree = (agreedWithId: string, studentId = luis.id) =>
      test.browser
        .post(`${at}/windows`)
        .set('If-Match', `"${draft.revision}"`)
        .send({ studentId, agreedWithId, weekday: offer.weekday, hour: offer.hour });

    expect((await agree(marta.id).expect(422)).body.type).to.equal('/problems/timetable/not-of-family');
    expect((await agree(marta.id, marta.id).expect(409)).body.type).to.equal('/problems/timetable/window-not-offered');
    const { body: after } = await agree(guardian.id).expect(200);
    expect(after.isImpossible).to.equal(false);
    await test.settle();
    for (const person of [luis, guardian]) {
      const { body } = await (await test.signIn(person)).get('/api/notices').expect(200);
      expect(body.items.map(({ kind }: { kind: string }) => kind)).to.include('timetable.window-agreed');
    }
    const { body: own } = await (await test.signIn(luis)).get(`/api/people/${luis.id}/availability`).expect(200);
    expect(own.windows).to.have.length(5);
    expect(own.windows.find(({ weekday }: { weekday: number }) => weekday === offer.weekday)).to.deep.include({
      from: '08:00',
    });
  });
});

import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { Draft } from '../schemas/drafts.ts';
import { type ComposingSchool, composingSchool, everyDay } from './composingSchool.ts';

/** Makes a draft the timetable that holds. */
async function publish(test: ComposingSchool, { id }: Pick<Draft, 'id'>): Promise<void> {
  const plan = { draftId: id, effectiveOn: '2026-09-14' };
  const preview = await test.browser.post('/api/timetable/publication-previews').send(plan).expect(200);
  const { fingerprint } = preview.body;
  await test.browser
    .post('/api/timetable/publications')
    .send({ ...plan, fingerprint })
    .expect(202);
  await test.settle();
}

interface Held {
  readonly id: string;
  readonly startsAt: string;
  readonly state: string;
}

const places = ({ items }: Draft) => items.map(({ courseId, nth, weekday, hour }) => [courseId, nth, weekday, hour]);

eachApp('What is published', (start) => {
  it('is where a new draft of its groups begins, with the absences that were accepted', async () => {
    const test = await composingSchool(start);
    const [luis] = test.students;
    const [course] = test.courses;
    if (!luis || !course) throw new Error('The school has students and courses');
    await test.windows(luis, everyDay('09:00', '16:00'));
    const draft = await test.newDraft();
    const at = `/api/timetable/drafts/${draft.id}`;
    const substitute = { kind: 'consultation', text: 'Thursdays at five' };
    const accepted = await test.browser
      .post(`${at}/lessons/${course.id}/1/compromises`)
      .set('If-Match', `"${draft.revision}"`)
      .send({ weekday: 1, hour: 1, absences: [{ studentId: luis.id, substitute }] })
      .expect(201);
    const solved = await test.solved({ id: draft.id, revision: accepted.body.revision });
    await publish(test, solved);

    const next = await test.newDraft({ from: 'published' });

    expect(places(next)).to.deep.equal(places(solved));
    expect(next.basePublicationId).to.not.equal(null);
    const { body } = await test.browser.get(`/api/timetable/drafts/${next.id}/compromises`).expect(200);
    expect(body.items.map((one: { substitute: object }) => one.substitute)).to.deep.equal([substitute]);
    await test.browser.patch(at).set('If-Match', `"${solved.revision}"`).send({ name: 'Late' }).expect(409);
  });

  it('stays as it is when a course is split in a new draft, until that one is published', async () => {
    const test = await composingSchool(start);
    const [luis, marta, nuria] = test.students;
    const [course] = test.courses;
    if (!luis || !marta || !nuria || !course) throw new Error('The school has students and courses');
    await publish(test, await test.solved(await test.newDraft(), { moves: 640 }));
    const family = await test.signIn(luis);
    const week = async () => {
      const { body } = await family.get('/api/timetable/week?from=2026-09-14').expect(200);
      const held: Held[] = body.sections[0].lessons.filter(({ state }: Held) => state !== 'cancelled');
      return held.map((one) => [one.id, one.startsAt]);
    };
    const before = await week();
    expect(before).to.have.length(6);

    const next = await test.newDraft({ from: 'published' });
    const parts = [
      { name: 'Early', studentIds: [luis.id] },
      { name: 'Late', studentIds: [marta.id, nuria.id] },
    ];
    const { body: split } = await test.browser
      .post(`/api/timetable/drafts/${next.id}/lessons/${course.id}/1/split`)
      .set('If-Match', `"${next.revision}"`)
      .send({ parts })
      .expect(200);
    await test.settle();
    expect(await week()).to.deep.equal(before);

    await publish(test, await test.solved(split, { moves: 640 }));
    const after = await week();
    expect(after).to.have.length(6);
    expect(after.filter(([id]) => before.some(([known]) => known === id))).to.have.length(3);
  });

  it('keeps a teacher whom two groups share, and a device that siblings share, from being in two lessons at once', async () => {
    const test = await composingSchool(start);
    const { school, app } = test;
    const [course] = test.courses;
    const [luis] = test.students;
    if (!course || !luis) throw new Error('The school has courses and students');
    await publish(test, await test.solved(await test.newDraft()));

    const other = await school.group({ name: '5 B' });
    await school.grid(other);
    await school.tutor(other, test.tutor);
    const sister = await school.student({ givenName: 'Ada' });
    await school.member(other, sister);
    await app.database.write(async (trx) => {
      const device = { id: app.newId(), label: 'Tablet of the two' };
      await trx('people_device').insert(device);
      await trx('people_person').whereIn('id', [luis.id, sister.id]).update({ sharedDeviceId: device.id });
    });
    const shared = await school.course(other, { teacherId: course.teacherId });
    const browser = await test.signIn(test.tutor);
    const path = `/api/timetable/groups/${other.id}/heat-map?termId=${test.term.id}&courseId=${shared.id}`;

    const { body } = await browser.get(path).expect(200);

    const reasons = body.items.flatMap(({ cannot }: { cannot: { reason: string; elsewhere: object }[] }) => cannot);
    const count = (reason: string): number => reasons.filter((one: { reason: string }) => one.reason === reason).length;
    expect(count('other-lesson'), 'three lessons of the shared teacher').to.equal(3);
    expect(count('shared-device'), 'six lessons of Luis').to.equal(6);
    expect(reasons[0].elsewhere.groupName).to.equal('7 A');
  });
});

import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type Divisible, decideSplit, type SplitPart } from '../domain/compose/split.ts';
import { type ComposingSchool, composingSchool, everyDay } from './composingSchool.ts';

const part = (studentIds: readonly string[], subgroupId: string | null = null): SplitPart => ({
  subgroupId,
  name: 'Part',
  studentIds,
});

/** A lesson in which three students learn, of a group with two subgroups. */
const lesson: Divisible = {
  course: { studentIds: ['anna', 'boris', 'vera'] },
  group: { subgroups: [{ id: 'blue' }, { id: 'red' }] },
};

describe('Splitting a course', () => {
  const cases: readonly (readonly [title: string, parts: readonly SplitPart[], decision: object])[] = [
    ['is possible when everybody is in one part', [part(['anna']), part(['boris', 'vera'])], { kind: 'split' }],
    ['leaves nobody out', [part(['anna']), part(['boris'])], { kind: 'uneven', missing: ['vera'], needless: [] }],
    [
      'puts nobody into two parts',
      [part(['anna', 'vera']), part(['boris', 'vera'])],
      { kind: 'uneven', missing: [], needless: ['vera'] },
    ],
    [
      'takes nobody in who does not learn there',
      [part(['anna', 'boris']), part(['vera', 'gleb'])],
      { kind: 'uneven', missing: [], needless: ['gleb'] },
    ],
    ['makes no part of nobody', [part(['anna', 'boris', 'vera']), part([])], { kind: 'empty-part' }],
    [
      'knows the subgroups of its own group only',
      [part(['anna'], 'blue'), part(['boris', 'vera'], 'green')],
      { kind: 'subgroup-unknown' },
    ],
    ['takes a subgroup once', [part(['anna'], 'blue'), part(['boris', 'vera'], 'blue')], { kind: 'subgroup-unknown' }],
  ];
  for (const [title, parts, decision] of cases)
    it(title, () => {
      expect(decideSplit(lesson, parts)).to.deep.equal(decision);
    });
});

/** Luis is free in the first hour only, Marta in the second only, Nuria always. */
async function impossible(test: ComposingSchool) {
  const [luis, marta, nuria] = test.students;
  const [course] = test.courses;
  if (!luis || !marta || !nuria || !course) throw new Error('The school has students and courses');
  await test.windows(luis, everyDay('08:00', '09:00'));
  await test.windows(marta, everyDay('09:00', '10:00'));
  const draft = await test.newDraft();
  const path = `/api/timetable/drafts/${draft.id}/lessons/${course.id}/1`;
  const split = (body: object, revision = draft.revision) =>
    test.browser.post(`${path}/split`).set('If-Match', `"${revision}"`).send(body);
  const parts = [
    { name: 'Early', studentIds: [luis.id] },
    { name: 'Late', studentIds: [marta.id, nuria.id] },
  ];
  return { luis, marta, nuria, course, draft, path, split, parts };
}

eachApp('A course that no place suits', (start) => {
  it('is split into subgroups in one step after its effect was seen, and the draft goes on with both', async () => {
    const test = await composingSchool(start);
    const { marta, course, draft, path, split, parts } = await impossible(test);

    const { body: effect } = await test.browser.post(`${path}/split-preview`).send({ parts }).expect(200);
    expect(effect.parts.map((one: { name: string }) => one.name)).to.deep.equal(['Early', 'Late']);
    for (const one of effect.parts) expect(one).to.deep.include({ withoutPlace: 0, subgroupId: null });
    expect(effect.parts[0].open.map(({ hour }: { hour: number }) => hour)).to.deep.equal([1, 1, 1, 1, 1]);
    expect(effect).to.deep.include({ teacherBefore: 3, teacherAfter: 6 });
    expect((await test.read(draft.id)).revision).to.equal(draft.revision);

    const { body: after } = await split({ parts }).expect(200);
    expect(after.revision).to.equal(draft.revision + 1);
    const names = after.items.map(({ subgroupName }: { subgroupName: string | null }) => subgroupName);
    expect(names.filter((name: string) => name === 'Early')).to.have.length(3);
    expect(names.filter((name: string) => name === 'Late')).to.have.length(3);
    expect(after.items.map(({ courseId }: { courseId: string }) => courseId)).to.not.include(course.id);
    const { body: group } = await (await test.signIn(test.tutor)).get(`/api/groups/${test.group.id}`).expect(200);
    const late = group.subgroups.find(({ name }: { name: string }) => name === 'Late');
    expect(late.memberIds).to.include(marta.id);

    // The other course of the group suits nobody at once; that of the parts has a place for every lesson.
    const solved = await test.solved(after, { moves: 640 });
    const placed = solved.items.filter((one) => one.subgroupName !== null);
    expect(placed.map(({ weekday }) => weekday)).to.not.include(null);
    expect(placed.filter(({ isBroken }) => isBroken)).to.deep.equal([]);
  });

  it('is not split while somebody is left out, by an old view, or twice', async () => {
    const test = await composingSchool(start);
    const { marta, nuria, split, path, draft, parts } = await impossible(test);
    const short = [parts[0], { name: 'Late', studentIds: [marta.id] }];
    const refused = await split({ parts: short }).expect(422);
    expect(refused.body).to.deep.include({ type: '/problems/timetable/split-uneven', missing: [nuria.id] });
    await test.browser.post(`${path}/split-preview`).send({ parts: short }).expect(422);
    await split({ parts: [parts[0]] }).expect(400);
    const twice = [parts[0], { name: 'Early', studentIds: [marta.id, nuria.id] }];
    expect((await split({ parts: twice }).expect(409)).body.type).to.equal('/problems/school/name-taken');
    expect((await test.read(draft.id)).items.some(({ subgroupName }) => subgroupName !== null)).to.equal(false);
    await split({ parts }, draft.revision + 1).expect(412);

    const both = await Promise.all([split({ parts }), split({ parts: [parts[1], parts[0]] })]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
  });

  it('is split along subgroups that are there', async () => {
    const test = await composingSchool(start);
    const { split, parts, draft, path } = await impossible(test);
    const { body: once } = await split({ parts }).expect(200);
    const [, other] = test.courses;
    const ids: string[] = [...new Set(once.items.map(({ subgroupId }: { subgroupId: string }) => subgroupId))].filter(
      (id): id is string => typeof id === 'string',
    );
    const again = path.replace(test.courses[0]?.id ?? '', other?.id ?? '');
    const { body } = await test.browser
      .post(`${again}/split`)
      .set('If-Match', `"${once.revision}"`)
      .send({ parts: ids.map((subgroupId) => ({ subgroupId })) })
      .expect(200);
    expect(body.items).to.have.length(12);
    const { body: group } = await test.browser.get(`/api/groups/${test.group.id}`).expect(200);
    expect(group.subgroups).to.have.length(2);
    expect(draft.items).to.have.length(6);
  });

  it('is one again when the split is taken back, as if it had never been, but not once a part was published', async () => {
    const test = await composingSchool(start);
    const { split, parts, draft, path } = await impossible(test);
    const undo = (revision: number) => test.browser.post(`${path}/split-undo`).set('If-Match', `"${revision}"`);
    expect((await undo(draft.revision).expect(409)).body.type).to.equal('/problems/school/course-not-split');
    const { body: once } = await split({ parts }).expect(200);
    // The parts have places in the draft by now.
    const solved = await test.solved(once, { moves: 640 });
    await undo(once.revision).expect(412);
    const { body: back } = await undo(solved.revision).expect(200);
    const keys = (items: readonly { courseId: string; nth: number }[]) =>
      items.map(({ courseId, nth }) => `${courseId} ${nth}`).toSorted();
    expect(keys(back.items)).to.deep.equal(keys(draft.items));
    const { body: group } = await test.browser.get(`/api/groups/${test.group.id}`).expect(200);
    expect(group.subgroups).to.deep.equal([]);

    // The same names are free again.
    const { body: twice } = await split({ parts }, back.revision).expect(200);
    const part = twice.items.find(({ subgroupName }: { subgroupName: string | null }) => subgroupName !== null);
    await test.app.database.write(async (trx) => {
      const publication = { id: test.app.newId(), termId: draft.termId, number: 1, effectiveOn: '2026-09-07' };
      await trx('timetable_publication').insert({
        ...publication,
        state: 'published',
        draftId: draft.id,
        fingerprint: '',
        countsJson: '{}',
        startedAt: test.clock.now(),
        publishedAt: test.clock.now(),
      });
      await trx('timetable_lesson').insert({
        id: test.app.newId(),
        publicationId: publication.id,
        groupId: test.group.id,
        courseId: part.courseId,
        courseNth: 1,
        weekOn: '2026-09-07',
        heldOn: '2026-09-07',
        startsAt: new Date('2026-09-07T06:00:00Z'),
        endsAt: new Date('2026-09-07T06:40:00Z'),
        zone: 'Europe/Madrid',
        changedAt: test.clock.now(),
        state: 'cancelled',
        isByHand: false,
        sequence: 0,
        revision: 1,
      });
    });
    expect((await undo(twice.revision).expect(409)).body.type).to.equal('/problems/timetable/split-published');
  });
});

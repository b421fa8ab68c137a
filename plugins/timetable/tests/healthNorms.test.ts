import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type Composed, compose } from '../domain/compose/compose.ts';
import { explain } from '../domain/compose/explain.ts';
import { findings } from '../domain/compose/findings.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { type HealthNorms, judgeNorms, mostLessonsADay, ofGrade, usualNorms } from '../domain/norms/healthNorms.ts';
import { solve } from '../domain/solver/solve.ts';
import plugin from '../plugin.ts';
import { course, factsOf, grid, group } from './composeFacts.ts';
import { requestSchool } from './requestSchool.ts';

/** Grade 7, Monday to Friday, three hours a day with breaks of a quarter of an hour; two courses of three and two lessons. */
const seventh = group('7a', { studentIds: ['ana'], grid: grid('08:00', '09:00', '10:00') });

const composed = (over: Partial<HealthNorms>): Composed =>
  compose(
    factsOf({
      groups: [seventh],
      courses: [
        course(seventh, 'maths', { subjectId: 'maths', lessonsAWeek: 3, studentIds: ['ana'] }),
        course(seventh, 'art', { subjectId: 'art', lessonsAWeek: 2, studentIds: ['ana'] }),
      ],
      norms: { ...usualNorms, ...over },
    }),
  );

const grade7 = (over: Partial<HealthNorms['grades'][number]>): Pick<HealthNorms, 'grades'> => ({
  grades: usualNorms.grades.map((one) => (one.fromGrade === 7 ? { ...one, ...over } : one)),
});

const rulesOf = ({ problem }: Composed): readonly [string, number][] =>
  problem.constraints
    .filter(({ id }) => id.startsWith('norm-'))
    .map(({ id, weight }) => [id.split(':')[0] ?? '', weight]);

describe('health norms', () => {
  it('begin with limits for every grade, none in force', () => {
    for (let grade = 1; grade <= 12; grade++)
      expect(ofGrade(usualNorms, grade), `grade ${grade}`).to.not.equal(undefined);
    expect(judgeNorms(usualNorms)).to.equal('fine');
    expect(rulesOf(composed({}))).to.deep.equal([]);
  });

  it('are refused when a grade is named twice or something ends before it begins', () => {
    const [first] = usualNorms.grades;
    expect(judgeNorms({ ...usualNorms, grades: [...usualNorms.grades, ...(first ? [first] : [])] })).to.deep.equal({
      overlap: 1,
    });
    expect(judgeNorms({ ...usualNorms, heavyFromHour: 5 })).to.deep.equal({ backwards: true });
  });

  it('are wishes or musts of the engine, each by choice', () => {
    expect(rulesOf(composed({ load: 'must', screen: 'wish' }))).to.deep.equal([
      ['norm-load', 100],
      ['norm-screen', 50],
    ]);
    expect(rulesOf(composed({ heavy: 'must', heavySubjectIds: ['maths'] }))).to.deep.equal(
      [1, 2, 3].map(() => ['norm-heavy', 100]),
    );
  });

  it('allow as many lessons a day as their minutes at the screen', () => {
    const { problem } = composed({ screen: 'must', ...grade7({ screenMinutesADay: 65, screenMinutesALesson: 30 }) });
    expect(problem.constraints.find(({ id }) => id === 'norm-screen:7a')).to.include({ kind: 'max-hours', hours: 2 });
  });

  it('are kept by the solver: so many lessons a day, heavy subjects mid-week and mid-day', () => {
    const { problem } = composed({
      load: 'must',
      heavy: 'must',
      heavySubjectIds: ['maths'],
      heavyUntilHour: 2,
      ...grade7({ lessonsADay: 1 }),
    });
    const { assignment, score } = solve(problem, { seed: 1, steps: 5000 });
    expect(score.hard).to.equal(0);
    const maths = [...assignment].filter(([id]) => id.includes('maths'));
    const hours = maths.map(([, { place }]) => problem.places.find(({ id }) => id === place));
    expect(hours.map((at) => [(at?.day ?? 0) + 1, (at?.hour ?? 0) + 1]).sort()).to.deep.equal([
      [2, 2],
      [3, 2],
      [4, 2],
    ]);
  });

  it('are explained: what is broken counts by its name', () => {
    const school = composed({ load: 'wish', ...grade7({ lessonsADay: 1 }) });
    const [first, second] = school.problem.activities;
    const places = school.problem.places.filter(({ day }) => day === 0);
    const both = new Map(
      [first, second].map((one, index) => [one?.id ?? '', { place: places[index]?.id ?? '', room: null }]),
    );
    const { constraints } = explain(school, evaluate(school.problem, both));
    expect(constraints.find(({ rule }) => rule === 'norm-load')).to.deep.include({
      hard: false,
      cost: 0.9,
      concern: { groupId: '7a' },
    });
  });

  it('find courses of too many lessons a week, and too short breaks of a grid', () => {
    const found = findings(composed({ load: 'wish', breakMinutes: 20, ...grade7({ lessonsAWeek: 4 }) }));
    expect(found).to.deep.include({ code: 'norm-week', groupId: '7a', needed: 5, free: 4 });
    expect(found).to.deep.include({ code: 'norm-break', groupId: '7a', needed: 20, free: 15 });
  });
});

/** Ana and Boris learn maths together in grade 7; Boris' home school has norms of its own, and he alone has art. */
const mixed = (usual: Partial<HealthNorms> | null, own: Partial<HealthNorms>): Composed => {
  const both = group('7a', { studentIds: ['ana', 'boris'], grid: grid('08:00', '09:00', '10:00') });
  return compose(
    factsOf({
      groups: [both],
      courses: [
        course(both, 'maths', { subjectId: 'maths', lessonsAWeek: 3 }),
        course(both, 'art', { subjectId: 'art', lessonsAWeek: 2, studentIds: ['boris'] }),
        course(both, 'music', { subjectId: 'music', lessonsAWeek: 1, studentIds: ['ana'] }),
      ],
      norms: usual && { ...usualNorms, ...usual },
      schoolNorms: [{ homeSchoolId: 'gym', norms: { ...usualNorms, ...own }, studentIds: new Set(['boris']) }],
    }),
  );
};

describe('The health norms of a home school', () => {
  const heavyArt = { heavy: 'must', heavySubjectIds: ['art', 'maths'] } as const;
  const idsOf = ({ problem }: Composed) =>
    problem.constraints.map(({ id }) => id).filter((id) => id.startsWith('norm-'));

  it('bind the lessons of its own students alone, those of everybody bind all others', () => {
    const school = mixed(
      { load: 'must', ...grade7({ lessonsADay: 3 }) },
      { load: 'must', ...grade7({ lessonsADay: 1 }) },
    );
    const rule = (id: string) => {
      const found = school.problem.constraints.find((one) => one.id === id);
      if (found?.kind !== 'max-hours') throw new Error(`There is no rule ${id}`);
      const learners = found.resources.flatMap((cohort) => school.cohorts.get(cohort)?.studentIds ?? []);
      return { hours: found.hours, learners };
    };
    expect(idsOf(school)).to.deep.equal(['norm-load:7a', 'norm-load:7a@gym']);
    expect(rule('norm-load:7a')).to.deep.equal({ hours: 3, learners: ['ana'] });
    expect(rule('norm-load:7a@gym')).to.deep.equal({ hours: 1, learners: ['boris'] });
    expect(idsOf(mixed(null, { load: 'must' }))).to.deep.equal(['norm-load:7a@gym']);
    expect(idsOf(mixed(null, heavyArt)).map((id) => id.split('@')[1])).to.deep.equal(Array(5).fill('gym'));
    expect(idsOf(mixed(heavyArt, {})), 'art is not learned by anybody whom they protect').to.have.length(3);
  });

  it('are kept by the solver where both learn together, and named with the school in the explanation', () => {
    const school = mixed({ load: 'off' }, { load: 'must', ...grade7({ lessonsADay: 1 }) });
    const { assignment, score } = solve(school.problem, { seed: 1, steps: 5000 });
    expect(score.hard).to.equal(0);
    const days = [...assignment]
      .filter(([id]) => id.includes('maths') || id.includes('art'))
      .map(([, { place }]) => school.problem.places.find(({ id }) => id === place)?.day);
    expect(new Set(days).size, 'five lessons of Boris on five days').to.equal(5);
    const [first, second] = school.problem.activities;
    const monday = school.problem.places.filter(({ day }) => day === 0);
    const both = new Map([first, second].map((one, i) => [one?.id ?? '', { place: monday[i]?.id ?? '', room: null }]));
    const { constraints } = explain(school, evaluate(school.problem, both));
    expect(constraints.find(({ rule, cost }) => rule === 'norm-load' && cost > 0)?.concern).to.deep.equal({
      groupId: '7a',
      homeSchoolId: 'gym',
    });
  });

  it('find what its students have too much of', () => {
    const found = findings(mixed(null, { load: 'wish', breakMinutes: null, ...grade7({ lessonsAWeek: 4 }) }));
    expect(found).to.deep.include({ code: 'norm-week', groupId: '7a', homeSchoolId: 'gym', needed: 5, free: 4 });
    expect(found.filter(({ code }) => code === 'norm-week')).to.have.length(1);
  });

  it('limit a day by the stricter of lessons and minutes at the screen, where they must be kept', () => {
    const limits = (over: Partial<HealthNorms>) => mostLessonsADay({ ...usualNorms, ...over }, 7, 45);
    expect(limits({})).to.equal(undefined);
    expect(limits({ load: 'wish', screen: 'wish' })).to.equal(undefined);
    expect(limits({ load: 'must' })).to.equal(7);
    expect(limits({ load: 'must', screen: 'must', ...grade7({ screenMinutesADay: 65 }) })).to.equal(2);
    expect(limits({ load: 'must', grades: [] })).to.equal(undefined);
  });
});

eachApp('The health norms of a school', (start) => {
  it('are changed by an administrator only, and each time from what was seen', async () => {
    const { school, signIn } = await start({ catalog: [plugin] });
    const [tutor, admin] = [await school.person(), await school.staff('admin')];
    await school.tutor(await school.group(), tutor);
    const path = '/api/timetable/health-norms';
    const [asTutor, asAdmin] = [await signIn(tutor), await signIn(admin)];

    const { body: before } = await asTutor.get(path).expect(200);
    expect(before).to.deep.include({ revision: 0, may: { change: false } });
    const norms = { ...before.norms, load: 'must' };
    await asTutor.put(path).set('If-Match', '"0"').send(norms).expect(403);
    await asAdmin.put(path).send(norms).expect(428);
    const both = await Promise.all([1, 2].map(() => asAdmin.put(path).set('If-Match', '"0"').send(norms)));
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
    await asAdmin
      .put(path)
      .set('If-Match', '"1"')
      .send({ ...norms, heavyFromHour: 9 })
      .expect(422);
    await asAdmin
      .put(path)
      .set('If-Match', '"1"')
      .send({ ...norms, screen: 'wish' })
      .expect(200);

    const { body: after } = await asTutor.get(path).expect(200);
    expect(after).to.deep.include({ revision: 2 });
    expect(after.norms).to.deep.include({ load: 'must', screen: 'wish' });
  });

  it('may be other ones for a home school, which its coordinator sets and takes back', async () => {
    const { school, signIn } = await start({ catalog: [plugin] });
    const [here, there] = [await school.homeSchool(), await school.homeSchool()];
    const [tutor, head] = [await school.person(), await school.staff('coordinator', { homeSchoolId: here.id })];
    await school.tutor(await school.group(), tutor);
    const [asTutor, coordinator] = [await signIn(tutor), await signIn(head)];
    const path = `/api/timetable/home-schools/${here.id}/health-norms`;
    const { body: before } = await asTutor.get(path).expect(200);
    expect(before).to.deep.include({ isOwn: false, revision: 0, may: { change: false } });
    const norms = { ...before.norms, load: 'must' };
    await asTutor.put(path).set('If-Match', '"0"').send(norms).expect(403);
    await coordinator.put(path.replace(here.id, there.id)).set('If-Match', '"0"').send(norms).expect(403);
    await coordinator.put(path.replace(here.id, tutor.id)).set('If-Match', '"0"').send(norms).expect(404);
    await coordinator
      .put(path)
      .set('If-Match', '"0"')
      .send({ ...norms, heavyFromHour: 9 })
      .expect(422);
    const both = await Promise.all([1, 2].map(() => coordinator.put(path).set('If-Match', '"0"').send(norms)));
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
    const { body: list } = await asTutor.get('/api/timetable/school-norms').expect(200);
    const owners = list.items.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
    expect(owners.map(({ homeSchool }: { homeSchool: { id: string } }) => homeSchool.id)).to.deep.equal([here.id]);
    expect((await asTutor.get(path).expect(200)).body).to.deep.include({ isOwn: true, revision: 1, norms });
    await coordinator.delete(path).set('If-Match', '"7"').expect(412);
    const dropped = await coordinator.delete(path).set('If-Match', '"1"').expect(200);
    expect(dropped.body).to.deep.include({ isOwn: false, revision: 0, norms: before.norms });
  });

  it('keep a lesson off a day on which a student of a stricter school has enough already', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const stricter = await test.school.homeSchool();
    const [marta] = it.others;
    await test.app.database.write((trx) =>
      trx('people_student').where({ personId: marta?.id }).update({ homeSchoolId: stricter.id }),
    );
    const days = async (): Promise<readonly string[]> => {
      const { items } = (await it.by.tutor.get(`/api/timetable/lessons/${it.first.id}/free-slots`).expect(200)).body;
      return [...new Set<string>(items.map(({ on }: { on: string }) => on))];
    };
    // Biology is on Tuesday, the other maths on Wednesday.
    expect(await days()).to.include.members(['2026-09-08', '2026-09-09']);
    const grades = [{ ...usualNorms.grades[0], fromGrade: 1, untilGrade: 12, lessonsADay: 1 }];
    const admin = await test.signIn(await test.school.staff('admin'));
    await admin
      .put(`/api/timetable/home-schools/${stricter.id}/health-norms`)
      .set('If-Match', '"0"')
      .send({ ...usualNorms, grades, load: 'must' })
      .expect(200);
    expect(await days()).not.to.include.members(['2026-09-08']);
    expect(await days()).not.to.include.members(['2026-09-09']);
  });
});

import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type Composed, compose } from '../domain/compose/compose.ts';
import { explain } from '../domain/compose/explain.ts';
import { findings } from '../domain/compose/findings.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { type HealthNorms, judgeNorms, ofGrade, usualNorms } from '../domain/norms/healthNorms.ts';
import { solve } from '../domain/solver/solve.ts';
import plugin from '../plugin.ts';
import { course, factsOf, grid, group } from './composeFacts.ts';

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
});

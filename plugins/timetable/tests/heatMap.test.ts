import { expect } from 'chai';
import fc from 'fast-check';
import { expandWeekly, isAvailable, type WeeklyWindow } from '../../../server/calendar/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { heatMap } from '../domain/compose/heatMap.ts';
import { course, factsOf, group, person, schoolYear } from './composeFacts.ts';
import { composingSchool, everyDay } from './composingSchool.ts';

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const windows = fc.array(
  fc
    .tuple(
      fc.constantFrom('online', 'busy'),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(95),
      fc.integer({ min: 1, max: 40 }),
    )
    .map(
      ([kind, weekday, start, length]): WeeklyWindow => ({
        kind: kind === 'online' ? 'online' : 'busy',
        weekday,
        from: time(start * 15),
        to: time(Math.min(1440, (start + length) * 15)),
      }),
    ),
  { maxLength: 6 },
);
const zones = fc.constantFrom('Europe/Madrid', 'America/Mexico_City', 'Asia/Kamchatka', 'Europe/Kaliningrad');

describe('The heat map of a group', () => {
  it('is what looking at every date of the year says, in four zones and over both clock changes', () => {
    fc.assert(
      fc.property(windows, zones, zones, fc.nat(90), (weekly, zone, groupZone, start) => {
        const place = { weekday: 3, hour: 1, startsTime: time(start * 15), minutes: 45 };
        const seventh = group('7 A', { zone: groupZone, grid: [place], studentIds: ['Luis'] });
        const facts = factsOf({ groups: [seventh], courses: [], people: [person('Luis', { zone, weekly })] });
        const participants = { teacherId: null, studentIds: ['Luis'] };
        const [found] = heatMap(facts, { group: seventh, participants, viewerZone: groupZone });

        const dates = expandWeekly(
          { weekday: 3, time: place.startsTime, minutes: 45, zone: groupZone },
          { firstOn: schoolYear.fromOn, lastOn: schoolYear.untilOn },
        );
        const availability = { zone, weekly, exceptions: [] };
        const failing = dates.filter(({ interval }) => interval && !isAvailable(availability, interval));
        expect(found?.online).to.equal(failing.length === 0 ? 1 : 0);
        const [blocker] = found?.cannot ?? [];
        const periods = (blocker?.clocks ?? []).flatMap((index) => facts.clocks[index]?.periods ?? []);
        for (const { on } of dates) {
          const isFailing = failing.some((one) => one.on === on);
          expect(periods.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)).to.equal(isFailing);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('says when a place is on the clock of the reader, and when clock changes shift it', () => {
    const place = { weekday: 1, hour: 1, startsTime: '01:00', minutes: 45 };
    const madrid = group('7 A', { grid: [place] });
    const facts = factsOf({
      groups: [madrid],
      courses: [course(madrid, 'A')],
      people: [person('x', { zone: 'America/Mexico_City' })],
    });
    const times = (viewerZone: string) =>
      heatMap(facts, { group: madrid, participants: { teacherId: null, studentIds: [] }, viewerZone })[0]?.times;
    expect(times('Europe/Madrid')).to.deep.equal([{ weekday: 1, startsTime: '01:00', endsTime: '01:45', periods: [] }]);
    expect(times('America/Mexico_City')).to.deep.equal([
      {
        weekday: 7,
        startsTime: '17:00',
        endsTime: '17:45',
        periods: [
          { fromOn: '2026-09-01', untilOn: '2026-10-24' },
          { fromOn: '2027-03-28', untilOn: '2027-06-30' },
        ],
      },
      {
        weekday: 7,
        startsTime: '18:00',
        endsTime: '18:45',
        periods: [{ fromOn: '2026-10-25', untilOn: '2027-03-27' }],
      },
    ]);
  });
});

eachApp('The heat map over HTTP', (start) => {
  it('counts who can be online, names who cannot and why, and may be asked of a course with its teacher', async () => {
    const test = await composingSchool(start);
    const [luis] = test.students;
    const [course] = test.courses;
    if (!luis || !course) throw new Error('The school has students and courses');
    await test.windows(luis, everyDay('09:00', '20:00'));
    await test.windows({ id: course.teacherId ?? '' }, everyDay('08:00', '09:00'));
    const path = `/api/timetable/groups/${test.group.id}/heat-map?termId=${test.term.id}`;

    const { body } = await test.browser.get(path).expect(200);
    expect(body).to.deep.include({ total: 3, viewerZone: 'Europe/Madrid', groupName: '7 A' });
    expect(body.items).to.have.length(40);
    expect(body.items[0]).to.deep.include({ weekday: 1, hour: 1, online: 2 });
    expect(body.items[0].cannot).to.have.length(1);
    expect(body.items[0].cannot[0]).to.deep.include({ role: 'student', reason: 'no-window' });
    expect(body.items[0].cannot[0].person.name).to.match(/^Luis/);
    expect(body.items[1]).to.deep.include({ online: 3, cannot: [] });

    const ofCourse = (await test.browser.get(`${path}&courseId=${course.id}`).expect(200)).body;
    expect(ofCourse.total).to.equal(4);
    expect(ofCourse.items[1].cannot.map(({ role }: { role: string }) => role)).to.deep.equal(['teacher']);
  });

  it('is for staff who reach the group, and refuses what is not of the group', async () => {
    const test = await composingSchool(start);
    const path = `/api/timetable/groups/${test.group.id}/heat-map`;
    const other = await test.school.course(await test.school.group());
    const query = `${path}?termId=${test.term.id}`;
    await test.browser.get(`${query}&courseId=${other.id}`).expect(422);
    await test.browser.get(`${query}&subgroupId=${test.app.newId()}`).expect(422);
    await test.browser.get(path).expect(400);
    await test.browser.get(`${path}?termId=${test.app.newId()}`).expect(404);
    const [luis] = test.students;
    await (await test.signIn({ id: luis?.id ?? '' })).get(query).expect(403);
    const stranger = await test.school.person();
    await test.school.tutor(await test.school.group(), stranger);
    await (await test.signIn(stranger)).get(query).expect(404);
    await (await test.signIn({ id: test.courses[0]?.teacherId ?? '' })).get(query).expect(200);
  });
});

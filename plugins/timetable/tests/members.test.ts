import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { calendarApi } from '../../../server/calendar/api.ts';
import { memberJoined, memberLeft } from '../../../server/school/api.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

/** How many lessons of the coming months take this person. */
const lessonsTaking = async ({ app, clock }: TestApp, personId: string): Promise<number> => {
  const scope = { db: app.database.reader, now: clock.now() };
  const busy = await app.api(calendarApi).busyOf(scope, [personId], clock.now(), new Date('2027-01-01T00:00:00Z'));
  return busy.length;
};

eachApp('A member of a group', (start) => {
  it('takes part in the coming lessons from joining until leaving, clashes listed', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    await publish(test, await test.signIn(it.tutor), { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const { calendar } = { calendar: test.app.api(calendarApi) };
    const newcomer = await test.school.student();
    const groupId = it.group.id;
    await test.app.scopes.inWrite(system, async (scope) => {
      await calendar.claim(scope, {
        source: { plugin: 'elsewhere', entityId: scope.newId() },
        interval: { startsAt: new Date('2026-10-05T07:00:00Z'), endsAt: new Date('2026-10-05T08:00:00Z') },
        subjects: [newcomer.id],
      });
    });
    await test.school.member(it.group, newcomer, { fromOn: '2026-10-01' });
    await test.app.scopes.inWrite(system, async (scope) => {
      scope.emit(memberJoined, { groupId, personId: newcomer.id, fromOn: '2026-10-01', untilOn: null });
    });
    await test.settle();
    expect(await lessonsTaking(test, newcomer.id)).to.equal(1 + 12);
    const listed = await calendar.unresolvedOverrides(test.app.database.reader, [newcomer.id]);
    expect(listed).to.have.length(1);

    await test.app.database.write((trx) =>
      trx('school_group_member').where({ personId: newcomer.id }).update({ untilOn: '2026-10-16' }),
    );
    await test.app.scopes.inWrite(system, async (scope) => {
      scope.emit(memberLeft, { groupId, personId: newcomer.id, lastOn: '2026-10-16' });
    });
    await test.settle();
    expect(await lessonsTaking(test, newcomer.id)).to.equal(1 + 6);
  });
});

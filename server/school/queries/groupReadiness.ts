import type { ReadScope } from '../../host/scope.ts';
import { dayOf, type PeopleApi } from '../../people/api.ts';
import { groupAs } from '../access/entities.ts';
import type { ReadinessCheck } from '../api.ts';
import { type Finding, readiness } from '../domain/readiness.ts';
import { checkReadiness } from '../permissions.ts';
import { coursesOfGroups } from '../store/courses.ts';
import { terms } from '../store/dates.ts';
import { gridsOf } from '../store/grids.ts';
import { groupWithPeople } from './schoolReads.ts';

/** What a group lacks before a timetable can be made: school's own findings, then those of other modules. */
export const groupReadiness =
  (people: PeopleApi, checks: readonly ReadinessCheck[]) =>
  async (scope: ReadScope, groupId: string): Promise<{ isReady: boolean; items: readonly Finding[] }> => {
    const { db } = scope;
    const today = dayOf(scope.now);
    const group = await groupAs(scope, checkReadiness, groupId);
    const found = await groupWithPeople(people)(db, groupId, { fromOn: today, untilOn: '9999-12-31' });
    const { members = [], subgroups = [], tutors = [] } = found ?? {};
    const items = [
      ...readiness({
        students: members.map((member) => member.student),
        tutors: tutors.length,
        hasMeetingLink: group.meetingUrlTemplate !== null,
        subgroups: subgroups.map(({ id, name, members: own }) => ({ id, name, students: own.length })),
        courses: await coursesOfGroups(db, [groupId]),
        hours: (await gridsOf(db, [groupId])).map((place) => place.minutes),
        terms: (await terms(db)).filter((term) => term.endsOn >= today).length,
      }),
    ];
    for (const check of checks) items.push(...(await check(scope, groupId)));
    return { isReady: !items.some((item) => item.blocks), items };
  };

import { may } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { dayOf, type PeopleApi, readPeople } from '../../people/api.ts';
import { groupAs } from '../access/entities.ts';
import { among } from '../access/peopleReach.ts';
import { scopesFor } from '../access/reach.ts';
import { seenPersonIds } from '../access/seen.ts';
import { mayEditSchool } from '../access/wholeSchool.ts';
import { courseIdsWithin, personIdsWithin } from '../access/within.ts';
import { checkReadiness, readSchool } from '../permissions.ts';
import type { GroupView } from '../schemas/school.ts';
import { coursesOfGroups } from '../store/courses.ts';
import type { GroupWithPeople } from '../views.ts';
import { groupWithPeople } from './schoolReads.ts';

const endless = '9999-12-31';

/** A group from today on, with those in it whom the actor sees and the courses that the actor reaches. */
export const groupView =
  (people: PeopleApi) =>
  async (scope: ReadScope, groupId: string): Promise<GroupView> => {
    const { db, actor, now } = scope;
    const group = await groupAs(scope, readSchool, groupId);
    const found = await groupWithPeople(people)(db, groupId, { fromOn: dayOf(now), untilOn: endless });
    const mayEdit = mayEditSchool(scope);
    const courses = await coursesOfGroups(db, [groupId]);
    const reached = await among(
      db,
      courseIdsWithin(scope, scopesFor(actor, readSchool)),
      courses.map((course) => course.id),
    );
    return {
      ...group,
      meetingUrlTemplate: mayEdit ? group.meetingUrlTemplate : null,
      ...(await peopleOf(scope, found)),
      courses: courses.filter((course) => reached.includes(course.id)),
      may: { edit: mayEdit, checkReadiness: may(actor, checkReadiness) },
    };
  };

async function peopleOf(
  scope: ReadScope,
  found: GroupWithPeople | undefined,
): Promise<Pick<GroupView, 'members' | 'subgroups' | 'tutors'>> {
  const { members = [], subgroups = [], tutors = [] } = found ?? {};
  const ids = [...members, ...tutors].map((stay) => stay.personId);
  const seen = new Set(await among(scope.db, seenPersonIds(scope), ids));
  const reached = new Set(await among(scope.db, personIdsWithin(scope, scopesFor(scope.actor, readPeople)), ids));
  return {
    members: members
      .filter(({ personId }) => seen.has(personId))
      .map(({ student, ...stay }) => ({ ...stay, name: student.name, isReached: reached.has(stay.personId) })),
    subgroups: subgroups.map(({ members: stays, ...part }) => ({
      ...part,
      memberIds: stays.map((stay) => stay.personId).filter((personId) => seen.has(personId)),
    })),
    tutors: tutors.filter(({ personId }) => seen.has(personId)),
  };
}

import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { usualRules } from '../domain/compose/draftRules.ts';
import type { ComposeFacts, GroupFacts } from '../domain/compose/facts.ts';
import { type HeatOptions, heatMap } from '../domain/compose/heatMap.ts';
import { seeHeatMap } from '../permissions.ts';
import { courseOfOtherGroup, subgroupOfOtherGroup } from '../problems.ts';
import type { HeatMap, HeatMapParams, HeatMapQuery } from '../schemas/heatMap.ts';
import { composeFacts } from './composeFacts.ts';
import { personBlocker } from './explanationViews.ts';
import { knownNames } from './knownNames.ts';

/** How many of a group can be online in each place of its week, and who cannot and why, on the reader's clock. */
export const showHeatMap =
  (apis: Apis) =>
  async (scope: ReadScope, { groupId }: HeatMapParams, query: HeatMapQuery): Promise<HeatMap> => {
    const { name, zone } = await apis.school.groupAs(scope, seeHeatMap, groupId);
    const facts = await composeFacts(apis, scope, {
      termId: query.termId,
      groupIds: [groupId],
      rules: usualRules,
      lessons: [],
      absences: [],
    });
    const group = facts.groups.find(({ id }) => id === groupId);
    if (!group) throw new Error('A group that was reached has facts');
    const who = whoIsMeant(facts, group, query);
    const names = await knownNames(apis, scope, facts);
    const viewerZone = scope.actor.zone;
    return {
      groupId,
      groupName: name,
      zone,
      viewerZone,
      total: who.participants.studentIds.length + (who.participants.teacherId === null ? 0 : 1),
      items: heatMap(facts, { group, viewerZone, ...who }).map(({ place, online, cannot, times }) => ({
        ...place,
        online,
        cannot: cannot.map((one) => personBlocker(names, facts.clocks, one)),
        times: times.map((time) => ({ ...time, periods: [...time.periods] })),
      })),
    };
  };

function whoIsMeant(
  { courses }: ComposeFacts,
  group: GroupFacts,
  { subgroupId, courseId }: HeatMapQuery,
): Pick<HeatOptions, 'participants' | 'minutes'> {
  if (courseId !== undefined) {
    const course = courses.find(({ id }) => id === courseId);
    if (!course) throw new Problem(courseOfOtherGroup, { courseId });
    return { participants: course, minutes: course.lessonMinutes };
  }
  if (subgroupId === undefined) return { participants: { teacherId: null, studentIds: group.studentIds } };
  const subgroup = group.subgroups.find(({ id }) => id === subgroupId);
  if (!subgroup) throw new Problem(subgroupOfOtherGroup, { subgroupId });
  return { participants: { teacherId: null, studentIds: subgroup.studentIds } };
}

import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { Composed } from '../domain/compose/compose.ts';
import { fairestTogether } from '../domain/compose/fairestTogether.ts';
import { type Finding, isImpossible } from '../domain/compose/finding.ts';
import { findings } from '../domain/compose/findings.ts';
import { lessonOfId } from '../domain/compose/lesson.ts';
import type { Help, RuleRef } from '../domain/compose/together.ts';
import type { DraftParams } from '../schemas/drafts.ts';
import type { FindingList, FindingView, HelpView } from '../schemas/findings.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { type KnownNames, knownNames } from './knownNames.ts';

/** What stands in the way of a whole timetable before anything is solved, and the fairest way out. */
export const listFindings =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId }: DraftParams): Promise<FindingList> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const composed = composedOf(facts);
    const names = await knownNames(apis, scope, facts);
    return {
      revision: draft.revision,
      items: findings(composed).map((one) => findingView(names, composed, one)),
      fairest: fairestView(names, composed),
    };
  };

function findingView(names: KnownNames, { facts }: Composed, finding: Finding): FindingView {
  const concern = 'concern' in finding ? finding.concern : {};
  const courseId = 'courseId' in finding ? finding.courseId : concern.courseId;
  const groupId =
    'groupId' in finding
      ? finding.groupId
      : (facts.courses.find(({ id }) => id === courseId)?.groupId ?? concern.groupId);
  const view: FindingView = {
    code: finding.code,
    isImpossible: isImpossible(finding),
    groupName: names.group(groupId),
    homeSchoolName: names.homeSchool('homeSchoolId' in finding ? finding.homeSchoolId : concern.homeSchoolId),
    subjectName: names.subject(courseId),
    teacher: names.person(concern.teacherId),
    lessons: 'lessons' in finding ? finding.lessons.map((key) => names.lesson(key)) : [],
    leftOver: [],
    needed: 'needed' in finding ? finding.needed : null,
    free: 'free' in finding ? finding.free : null,
    minutes: 'minutes' in finding ? finding.minutes : null,
    people: [],
    rules: [],
    helps: [],
  };
  if (finding.code === 'together') return { ...view, ...togetherView(names, finding) };
  if (finding.code === 'too-many-lessons')
    return { ...view, leftOver: finding.leftOver.map((key) => names.lesson(key)) };
  if (finding.code !== 'no-place') return view;
  const lesson = names.lesson(finding.lesson);
  return {
    ...view,
    groupName: lesson.groupName,
    subjectName: lesson.subjectName,
    lessons: [lesson],
    leftOver: [lesson],
    free: finding.places,
    people: finding.people.map(({ personId, role, places }) => ({ person: names.person(personId), role, places })),
  };
}

function togetherView(
  names: KnownNames,
  { missing, rules, helps }: Extract<Finding, { code: 'together' }>,
): Pick<FindingView, 'needed' | 'rules' | 'helps'> {
  const ruleView = ({ rule, concern }: RuleRef): FindingView['rules'][number] => ({
    rule,
    groupName: names.group(concern.groupId),
    homeSchoolName: names.homeSchool(concern.homeSchoolId),
    subjectName: names.subject(concern.courseId),
    teacher: names.person(concern.teacherId),
  });
  const helpView = (help: Help): HelpView => ({
    kind: help.kind,
    rule: help.kind === 'fewer' ? null : ruleView(help),
    count: help.kind === 'fewer' ? help.count : help.kind === 'other-limit' ? help.limit : null,
  });
  return { needed: missing, rules: rules.map(ruleView), helps: helps.map(helpView) };
}

function fairestView(names: KnownNames, composed: Composed): FindingList['fairest'] {
  const found = fairestTogether(composed);
  if (!found) return null;
  const { worst, sum, isProven } = found;
  const items = [...found.choice].flatMap(([id, { place, absent }]) => {
    const key = lessonOfId(id);
    if (!key) return [];
    return [
      {
        lesson: names.lesson(key),
        weekday: place.weekday,
        hour: place.hour,
        startsTime: place.startsTime,
        absent: absent.map((studentId) => ({ studentId, person: names.person(studentId) })),
      },
    ];
  });
  return { items, worst, sum, isProven };
}

import { Problem } from '../../../server/http/problem.ts';
import type { LessonFacts } from '../domain/compose/lessonPlaces.ts';
import { decideSplit, type SplitPart } from '../domain/compose/split.ts';
import { splitPartEmpty, splitUneven, subgroupOfOtherGroup } from '../problems.ts';
import type { SplitRequest } from '../schemas/split.ts';

/** The parts that were asked for, with their students. Refuses what leaves somebody out, or takes somebody in twice. */
export function splitParts(lesson: LessonFacts, { parts: wanted }: SplitRequest): readonly SplitPart[] {
  const { course, group } = lesson;
  const parts = wanted.map((part): SplitPart => {
    if (!('subgroupId' in part)) return { ...part, subgroupId: null };
    const found = group.subgroups.find(({ id }) => id === part.subgroupId);
    const studentIds = found?.studentIds.filter((id) => course.studentIds.includes(id)) ?? [];
    return { subgroupId: part.subgroupId, name: found?.name ?? '', studentIds };
  });
  const decision = decideSplit(lesson, parts);
  if (decision.kind === 'subgroup-unknown') throw new Problem(subgroupOfOtherGroup);
  if (decision.kind === 'empty-part') throw new Problem(splitPartEmpty);
  if (decision.kind === 'uneven')
    throw new Problem(splitUneven, { missing: decision.missing, needless: decision.needless });
  return parts;
}

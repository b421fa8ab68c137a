import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { comparison } from '../domain/compose/comparison.ts';
import { type Composed, compose } from '../domain/compose/compose.ts';
import type { GridHour } from '../domain/compose/lesson.ts';
import type { LessonFacts } from '../domain/compose/lessonPlaces.ts';
import { draftsApart } from '../problems.ts';
import type { ComparisonParams, DraftComparison } from '../schemas/comparison.ts';
import type { DraftRow } from '../store/drafts.ts';
import { draftFacts } from './draftFacts.ts';
import { knownNames } from './knownNames.ts';

/** Two drafts of a term side by side. */
export const compareDrafts =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId, otherId }: ComparisonParams): Promise<DraftComparison> => {
    const one = await draftAs(apis.school, scope, draftId);
    const other = await draftAs(apis.school, scope, otherId);
    if (one.termId !== other.termId) throw new Problem(draftsApart);
    const first = compose((await draftFacts(apis, scope, one)).facts);
    const second = compose((await draftFacts(apis, scope, other)).facts);
    const names = await knownNames(apis, scope, first.facts);
    const { scores, rules, lessons, people, onlyFirst, onlySecond } = comparison(first, second);
    return {
      first: side(one, first, scores.first),
      second: side(other, second, scores.second),
      rules,
      lessons: lessons.map(({ lesson, first: from, second: to }) => ({
        lesson: names.lesson(lesson),
        teacher: names.person(lesson.course.teacherId ?? undefined),
        first: timed(lesson, from),
        second: timed(lesson, to),
      })),
      people,
      onlyFirst,
      onlySecond,
    };
  };

const side = (
  { id, name, revision }: DraftRow,
  { lessons, current }: Composed,
  { hard, soft }: { readonly hard: number; readonly soft: number },
): DraftComparison['first'] => ({
  id,
  name,
  revision,
  hard,
  soft,
  placed: [...lessons.keys()].filter((one) => current.has(one)).length,
});

function timed({ group }: LessonFacts, at: GridHour | null): DraftComparison['lessons'][number]['first'] {
  const place = at && group.grid.find((one) => one.weekday === at.weekday && one.hour === at.hour);
  return place ? { weekday: place.weekday, hour: place.hour, startsTime: place.startsTime } : null;
}

import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { ComposeFacts } from '../domain/compose/facts.ts';
import { type GridHour, type LessonKey, sameHour, sameLesson } from '../domain/compose/lesson.ts';
import { effects, isAllowed } from '../domain/compose/move.ts';
import { lessonLocked, lessonUnknown, placeBlocked, placeUnknown } from '../problems.ts';
import { composedOf } from '../queries/composedOf.ts';
import { draftFacts, placementOf } from '../queries/draftFacts.ts';
import { knownNames } from '../queries/knownNames.ts';
import { lessonIn, placeView } from '../queries/lessonPlaces.ts';
import { draftView } from '../queries/showDraft.ts';
import type { LessonMove, LessonParams } from '../schemas/draftLessons.ts';
import type { Draft } from '../schemas/drafts.ts';
import { applyStep } from './applyStep.ts';

/** Puts a lesson somewhere else, or takes it out of the timetable. Refuses what must not be broken, and names it. */
export const moveDraftLesson =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId, ...key }: LessonParams, { to }: LessonMove, seen: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const { facts, lessons } = await draftFacts(apis, scope, draft);
    const row = lessons.find((one) => sameLesson(one, key));
    if (!row) throw new Problem(lessonUnknown, { ...key });
    const before = placementOf(row);
    if (sameHour(before.at, to)) return draftView(apis, scope, draft);
    if (before.isLocked) throw new Problem(lessonLocked, { ...key });
    if (to) await refuseBlocked(apis, scope, facts, key, to);
    const after = { ...before, groupId: row.groupId, at: to };
    const kind = to ? 'moved' : 'unplaced';
    return draftView(apis, scope, await applyStep(apis, scope, draft, { kind, before: [before], after: [after] }));
  };

async function refuseBlocked(
  apis: Apis,
  scope: WriteScope,
  facts: ComposeFacts,
  key: LessonKey,
  to: GridHour,
): Promise<void> {
  const composed = composedOf(facts);
  const lesson = lessonIn(composed, key);
  const place = lesson.places.find((one) => sameHour(one.place, to));
  if (!place) throw new Problem(placeUnknown, { ...to });
  const effect = effects(composed, lesson)(place);
  if (isAllowed(effect)) return;
  const { people, broken, isBreak } = placeView(await knownNames(apis, scope, facts), composed, lesson, effect);
  throw new Problem(placeBlocked, { blockers: { people, broken, isBreak } });
}

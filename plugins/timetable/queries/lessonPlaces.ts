import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { Composed } from '../domain/compose/compose.ts';
import { type LessonKey, lessonId, sameHour } from '../domain/compose/lesson.ts';
import type { LessonFacts } from '../domain/compose/lessonPlaces.ts';
import { type Effect, effects, isAllowed } from '../domain/compose/move.ts';
import { hourOfPlace } from '../domain/compose/resourceIds.ts';
import { lessonUnknown, placeUnknown } from '../problems.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import type { LessonPlaces, LessonPlaceView, MovePreview, PlaceParams } from '../schemas/lessonPlaces.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { constraintView, personBlocker } from './explanationViews.ts';
import { type KnownNames, knownNames } from './knownNames.ts';

/** The lesson of a composed draft. Throws lesson-unknown. */
export function lessonIn(composed: Composed, key: LessonKey): LessonFacts {
  const lesson = composed.lessons.get(lessonId(key));
  if (!lesson) throw new Problem(lessonUnknown, { ...key });
  return lesson;
}

/** Every place that a lesson could have: who cannot be there and why, and what it would do to the timetable. */
export const lessonPlaces =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId, ...key }: LessonParams): Promise<LessonPlaces> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const composed = composedOf(facts);
    const lesson = lessonIn(composed, key);
    const names = await knownNames(apis, scope, facts);
    const effectOf = effects(composed, lesson);
    const items = lesson.places.map((one) => placeView(names, composed, lesson, effectOf(one)));
    return { revision: draft.revision, items };
  };

/** What moving a lesson to one place would do, constraint by constraint. */
export const previewMove =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId, weekday, hour, ...key }: PlaceParams): Promise<MovePreview> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const composed = composedOf(facts);
    const lesson = lessonIn(composed, key);
    const found = lesson.places.find(({ place }) => sameHour(place, { weekday, hour }));
    if (!found) throw new Problem(placeUnknown, { weekday, hour });
    const names = await knownNames(apis, scope, facts);
    const effect = effects(composed, lesson)(found);
    return {
      ...placeView(names, composed, lesson, effect),
      revision: draft.revision,
      changes: effect.changes.map((one) => ({ ...one, constraint: constraintView(names, one.constraint) })),
    };
  };

export function placeView(names: KnownNames, composed: Composed, lesson: LessonFacts, effect: Effect): LessonPlaceView {
  const { place, blockers, excused, isBreak } = effect.at;
  const current = composed.current.get(lesson.id);
  return {
    weekday: place.weekday,
    hour: place.hour,
    startsTime: place.startsTime,
    isCurrent: current !== undefined && sameHour(hourOfPlace(current.place) ?? null, place),
    isAllowed: isAllowed(effect),
    people: blockers.map((one) => personBlocker(names, composed.facts.clocks, one)),
    isBreak,
    excused: excused.map((id) => names.person(id)),
    broken: effect.broken.map((part) => constraintView(names, part)),
    hard: effect.hard,
    soft: effect.soft,
  };
}

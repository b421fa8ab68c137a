import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { Composed } from '../domain/compose/compose.ts';
import type { GridPlace } from '../domain/compose/facts.ts';
import { viewerTimes } from '../domain/compose/heatMap.ts';
import { isOpen, type LessonFacts } from '../domain/compose/lessonPlaces.ts';
import { offersFor } from '../domain/compose/offers.ts';
import type { CompromiseOffers } from '../schemas/compromises.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { personBlocker } from './explanationViews.ts';
import { type KnownNames, knownNames } from './knownNames.ts';
import { lessonIn } from './lessonPlaces.ts';

/** Proves of a lesson that no place suits everybody, and offers the fairest ways to hold it all the same. */
export const offerCompromises =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId, ...key }: LessonParams): Promise<CompromiseOffers> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const composed = composedOf(facts);
    const lesson = lessonIn(composed, key);
    const names = await knownNames(apis, scope, facts);
    return {
      revision: draft.revision,
      isImpossible: !lesson.places.some(isOpen),
      proof: lesson.places.map(({ place, blockers, isBreak }) => ({
        ...at(place),
        isBreak,
        people: blockers.map((one) => personBlocker(names, facts.clocks, one)),
      })),
      ...offersView(names, composed, lesson),
    };
  };

const at = ({ weekday, hour, startsTime }: GridPlace) => ({ weekday, hour, startsTime });

function offersView(
  names: KnownNames,
  composed: Composed,
  lesson: LessonFacts,
): Pick<CompromiseOffers, 'windows' | 'absences' | 'splits'> {
  const { clocks, people } = composed.facts;
  const { windows, absences, splits } = offersFor(composed, lesson);
  const subgroups = new Map(lesson.group.subgroups.map(({ id, name }) => [id, name]));
  return {
    windows: windows.map(({ personId, role, reason, place }) => ({
      ...at(place),
      person: names.person(personId),
      role,
      reason,
      times: viewerTimes(clocks, lesson.group.zone, place, people.get(personId)?.zone ?? lesson.group.zone).map(
        (time) => ({ ...time, periods: [...time.periods] }),
      ),
    })),
    absences: absences.map(({ place, absences: absent, worst, sum }) => ({
      ...at(place),
      absences: absent.map((one) => ({ ...one, person: names.person(one.studentId) })),
      worst,
      sum,
    })),
    splits: splits.map(({ parts }) => ({
      parts: parts.map(({ place, studentIds, subgroupId }) => ({
        ...at(place),
        subgroupId,
        subgroupName: subgroupId === null ? null : (subgroups.get(subgroupId) ?? null),
        studentIds: [...studentIds],
        students: studentIds.map((id) => names.person(id)),
      })),
    })),
  };
}

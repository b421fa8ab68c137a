import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { Draft } from '../../schemas/drafts.ts';
import type { LessonPlaceView } from '../../schemas/lessonPlaces.ts';
import { type LessonOfDraft, type Place, placesQuery, useMoveLesson, useUndoStep } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchTexts } from './useBenchTexts.ts';

/** A lesson that is carried from one hour to another, and what is known of the hours meanwhile. */
export interface LessonDrag {
  readonly isPossible: boolean;
  readonly isCarrying: boolean;
  /** The group of the carried lesson. */
  readonly groupId: string | undefined;
  /** The hours' verdicts are still on their way. */
  readonly isWaiting: boolean;
  /** The hour below the pointer. */
  readonly place: LessonPlaceView | undefined;
  isCarried(lesson: LessonOfDraft): boolean;
  verdictOf(at: Place): 'free' | 'worse' | 'blocked' | undefined;
  start(lesson: LessonOfDraft): void;
  over(at: Place): void;
  drop(at: Place): void;
}

const nobody: LessonOfDraft = { courseId: '', nth: 0 };

/** Carrying lessons of a draft: all hours are asked for once, when a lesson is lifted. */
export function useLessonDrag(draft: Draft): LessonDrag {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const [carried, setCarried] = useState<LessonOfDraft>();
  const [below, setBelow] = useState<Place>();
  const { data } = useQuery({ ...placesQuery(draft.id, carried ?? nobody), enabled: carried !== undefined });
  const undoing = useUndoStep(draft.id, () => showToast(t('draft.undone')));
  const moving = useMoveLesson(draft, carried ?? nobody, (after) =>
    showToast(t('move.done'), after.may.undo ? () => undoing.mutate(after.revision) : undefined),
  );
  useEffect(
    () =>
      monitorForElements({
        onDrop: () => {
          setCarried(undefined);
          setBelow(undefined);
        },
      }),
    [],
  );
  const isSame = (one: LessonOfDraft) => one.courseId === carried?.courseId && one.nth === carried.nth;
  const placeAt = (at: Place | undefined): LessonPlaceView | undefined =>
    data?.items.find(({ weekday, hour }) => weekday === at?.weekday && hour === at.hour);
  const verdictOf = (at: Place) => {
    const place = placeAt(at);
    if (!place || place.isCurrent) return undefined;
    if (!place.isAllowed) return 'blocked';
    return place.hard > 0 || place.soft > 0 ? 'worse' : 'free';
  };
  const drop = (at: Place) => {
    const place = placeAt(at);
    if (!place || place.isCurrent) return;
    if (place.isAllowed) moving.mutate(at);
    else showToast(b('drag.refused'));
  };
  return {
    isPossible: draft.may.change,
    isCarrying: carried !== undefined,
    groupId: draft.items.find(isSame)?.groupId,
    isWaiting: carried !== undefined && data === undefined,
    place: placeAt(below),
    isCarried: isSame,
    verdictOf,
    start: (lesson) => setCarried(lesson),
    over: (at) => setBelow(at),
    drop,
  };
}

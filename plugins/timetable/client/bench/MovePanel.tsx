import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import type { LessonPlaceView } from '../../schemas/lessonPlaces.ts';
import { placesQuery, useMoveLesson } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { MoveEffect } from './MoveEffect.tsx';
import { PlaceOption } from './PlaceOption.tsx';

interface MovePanelProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly onMoved: (draft: Draft) => void;
}

const better = (a: LessonPlaceView, b: LessonPlaceView): number =>
  a.hard - b.hard || a.soft - b.soft || a.weekday - b.weekday || a.hour - b.hour;

const inOrder = (a: LessonPlaceView, b: LessonPlaceView): number => a.weekday - b.weekday || a.hour - b.hour;

/** Where a lesson could go: best first, with the effect before it is saved; and why not elsewhere. */
export function MovePanel({ draft, lesson, onMoved }: MovePanelProps) {
  const { t } = useTexts();
  const name = useId();
  const [chosen, setChosen] = useState<LessonPlaceView>();
  const { data, error, refetch } = useQuery(placesQuery(draft.id, lesson));
  const moving = useMoveLesson(draft, lesson, onMoved);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  const others = data.items.filter(({ isCurrent }) => !isCurrent);
  const allowed = others.filter(({ isAllowed }) => isAllowed).toSorted(better);
  const blocked = others.filter(({ isAllowed }) => !isAllowed).toSorted(inOrder);
  const isChosen = (place: LessonPlaceView) => place.weekday === chosen?.weekday && place.hour === chosen.hour;
  return (
    <div className="stack">
      <FieldErrors problem={moving.error} />
      <fieldset className="slots bench-places">
        <legend>{t('move.where')}</legend>
        {allowed.length === 0 && <p className="quiet">{t('move.nowhere')}</p>}
        {allowed.map((place) => (
          <PlaceOption
            key={`${place.weekday} ${place.hour}`}
            name={name}
            place={place}
            isChosen={isChosen(place)}
            onChoose={() => setChosen(place)}
          />
        ))}
      </fieldset>
      {chosen && <MoveEffect draftId={draft.id} lesson={lesson} to={chosen} />}
      <div className="actions">
        <Button
          disabled={!chosen}
          loading={moving.isPending}
          onClick={() => chosen && moving.mutate({ weekday: chosen.weekday, hour: chosen.hour })}
        >
          {t('move.save')}
        </Button>
      </div>
      {blocked.length > 0 && (
        <details className="bench-details">
          <summary>{t('move.whyNot', { count: blocked.length })}</summary>
          <ul>
            {blocked.map((place) => (
              <PlaceOption key={`${place.weekday} ${place.hour}`} place={place} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

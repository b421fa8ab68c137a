import { Button } from '@mantine/core';
import { useState } from 'react';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useLockLesson, useMoveLesson, useUndoStep } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { CompromiseOffers } from './CompromiseOffers.tsx';
import { MovePanel } from './MovePanel.tsx';
import { lessonName, useBenchWords } from './words.ts';

interface DraftLessonSheetProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson | undefined;
  readonly onClose: () => void;
}

/** One lesson of a draft: lock it, move it, take it out, or find a compromise for it. */
export function DraftLessonSheet({ draft, lesson, onClose }: DraftLessonSheetProps) {
  const { t } = useTexts();
  return (
    <Sheet title={lesson ? lessonName(lesson) : t('lesson.title')} opened={lesson !== undefined} onClose={onClose} wide>
      {lesson && (
        <LessonPanel key={`${lesson.courseId} ${lesson.nth}`} draft={draft} lesson={lesson} onClose={onClose} />
      )}
    </Sheet>
  );
}

type Act = 'move' | 'compromise';

interface LessonPanelProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly onClose: () => void;
}

function LessonPanel({ draft, lesson, onClose }: LessonPanelProps) {
  const { t } = useTexts();
  const { place } = useBenchWords();
  const isPlaced = lesson.weekday !== null;
  const [act, setAct] = useState<Act | undefined>(isPlaced ? undefined : 'move');
  const { weekday, startsTime } = lesson;
  const undoing = useUndoStep(draft.id, () => showToast(t('draft.undone')));
  const moved = (text: string) => (after: Draft) => {
    showToast(text, after.may.undo ? () => undoing.mutate(after.revision) : undefined);
    onClose();
  };
  const locking = useLockLesson(draft, lesson);
  const removing = useMoveLesson(draft, lesson, moved(t('move.takenOut')));
  const mayChange = draft.may.change;
  return (
    <>
      <p className="figures">
        {weekday !== null && startsTime ? place({ weekday, startsTime }) : t('draft.withoutPlace')}
        {` · ${lesson.teacherName ?? t('lesson.noTeacher')}`}
      </p>
      {lesson.isBroken && <StateText tone="stopped">{t('draft.brokenLesson')}</StateText>}
      {lesson.isLocked && <StateText tone="plain">{t('draft.lockedWhy')}</StateText>}
      <FieldErrors problem={locking.error ?? removing.error} />
      {mayChange && (
        <div className="actions">
          <Button
            variant={act === 'move' ? 'light' : 'default'}
            aria-pressed={act === 'move'}
            onClick={() => setAct('move')}
          >
            {t(isPlaced ? 'move.open' : 'draft.place')}
          </Button>
          {isPlaced && (
            <Button variant="default" loading={locking.isPending} onClick={() => locking.mutate(!lesson.isLocked)}>
              {t(lesson.isLocked ? 'move.unlock' : 'move.lock')}
            </Button>
          )}
          {isPlaced && !lesson.isLocked && (
            <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate(null)}>
              {t('move.takeOut')}
            </Button>
          )}
          <Button
            variant={act === 'compromise' ? 'light' : 'default'}
            aria-pressed={act === 'compromise'}
            onClick={() => setAct('compromise')}
          >
            {t('compromise.open')}
          </Button>
        </div>
      )}
      {act === 'move' && <MovePanel draft={draft} lesson={lesson} onMoved={moved(t('move.done'))} />}
      {act === 'compromise' && <CompromiseOffers draft={draft} lesson={lesson} onDone={onClose} />}
    </>
  );
}

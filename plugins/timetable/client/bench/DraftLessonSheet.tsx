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
  return (
    <>
      <p className="figures">
        {weekday !== null && startsTime ? place({ weekday, startsTime }) : t('draft.withoutPlace')}
        {` · ${lesson.teacherName ?? t('lesson.noTeacher')}`}
      </p>
      {lesson.isBroken && <StateText tone="stopped">{t('draft.brokenLesson')}</StateText>}
      {lesson.isLocked && <StateText tone="plain">{t('draft.lockedWhy')}</StateText>}
      <FieldErrors problem={locking.error ?? removing.error} />
      {draft.may.change && (
        <Acts
          lesson={lesson}
          act={act}
          onAct={setAct}
          locking={{ isPending: locking.isPending, toggle: () => locking.mutate(!lesson.isLocked) }}
          removing={{ isPending: removing.isPending, run: () => removing.mutate(null) }}
        />
      )}
      {act === 'move' && <MovePanel draft={draft} lesson={lesson} onMoved={moved(t('move.done'))} />}
      {act === 'compromise' && <CompromiseOffers draft={draft} lesson={lesson} onDone={onClose} />}
    </>
  );
}

interface ActsProps {
  readonly lesson: DraftLesson;
  readonly act: Act | undefined;
  readonly onAct: (act: Act) => void;
  readonly locking: { readonly isPending: boolean; readonly toggle: () => void };
  readonly removing: { readonly isPending: boolean; readonly run: () => void };
}

function Acts({ lesson, act, onAct, locking, removing }: ActsProps) {
  const { t } = useTexts();
  const isPlaced = lesson.weekday !== null;
  const look = (of: Act) => ({ variant: act === of ? 'light' : 'default', 'aria-pressed': act === of });
  return (
    <div className="actions">
      {!lesson.isLocked && (
        <Button {...look('move')} onClick={() => onAct('move')}>
          {t(isPlaced ? 'move.open' : 'draft.place')}
        </Button>
      )}
      {isPlaced && (
        <Button variant="default" loading={locking.isPending} onClick={locking.toggle}>
          {t(lesson.isLocked ? 'move.unlock' : 'move.lock')}
        </Button>
      )}
      {isPlaced && !lesson.isLocked && (
        <Button variant="default" loading={removing.isPending} onClick={removing.run}>
          {t('move.takeOut')}
        </Button>
      )}
      <Button {...look('compromise')} onClick={() => onAct('compromise')}>
        {t('compromise.open')}
      </Button>
    </div>
  );
}

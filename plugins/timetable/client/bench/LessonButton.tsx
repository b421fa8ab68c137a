import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import type { DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import type { LessonDrag } from './useLessonDrag.ts';
import { subjectOf } from './words.ts';

interface LessonButtonProps {
  readonly lesson: DraftLesson;
  /** Left out where lessons cannot be carried. */
  readonly drag?: LessonDrag;
  readonly onOpen: (lesson: DraftLesson) => void;
}

/** A lesson in a table: opens its sheet, and is carried to another hour by pointer. Locked ones stay. */
export function LessonButton({ lesson, drag, onOpen }: LessonButtonProps) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  const mayCarry = drag?.isPossible === true && !lesson.isLocked;
  const start = useRef(drag?.start);
  start.current = drag?.start;
  const { courseId, nth } = lesson;
  useEffect(() => {
    const element = button.current;
    if (!element || !mayCarry) return;
    return draggable({ element, onDragStart: () => start.current?.({ courseId, nth }) });
  }, [mayCarry, courseId, nth]);
  const looks = ['bench-lesson', lesson.isBroken && 'bench-broken', drag?.isCarried(lesson) && 'bench-carried'];
  return (
    <button ref={button} type="button" className={looks.filter(Boolean).join(' ')} onClick={() => onOpen(lesson)}>
      <span className="bench-subject">
        {lesson.isLocked && <Icon name="lock" size={13} />}
        {lesson.isBroken && <Icon name="alert" size={13} />}
        {subjectOf(lesson)}
      </span>
      <span className="quiet small">{lesson.teacherName ?? t('lesson.noTeacher')}</span>
      {lesson.isLocked && <span className="unseen">{t('draft.locked')}</span>}
      {lesson.isBroken && <span className="unseen">{t('draft.brokenLesson')}</span>}
    </button>
  );
}

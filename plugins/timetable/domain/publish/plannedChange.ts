import type { LessonChange } from './change.ts';

/** A change with everything that is decided when publishing starts, so that every later try does the same. */
export interface PlannedChange extends Omit<LessonChange, 'kind' | 'lessonId'> {
  readonly kind: 'moved' | 'cancelled' | 'added';
  readonly lessonId: string;
  readonly isNew: boolean;
  readonly zone: string;
  readonly joinUrl: string | null;
}

/** Fills a link's placeholders; the link of a lesson never changes afterwards. */
export const joinUrlOf = (
  template: string | null,
  ids: { readonly groupId: string; readonly courseId: string; readonly lessonId: string },
): string | null =>
  template === null
    ? null
    : template
        .replaceAll('{group}', encodeURIComponent(ids.groupId))
        .replaceAll('{course}', encodeURIComponent(ids.courseId))
        .replaceAll('{lesson}', encodeURIComponent(ids.lessonId));

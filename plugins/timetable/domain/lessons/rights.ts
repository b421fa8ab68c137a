import { decideAsk } from '../reschedule/decide.ts';
import type { Lesson } from './lesson.ts';

/** What the actor's roles allow with a lesson, whatever its state. */
export interface Rights {
  readonly mayAsk: boolean;
  readonly mayChange: boolean;
}

/** What is going on with a lesson beside its own row. */
export interface Surroundings {
  readonly hasOpenRequest: boolean;
  /** The last change was made by hand and nothing came after it. */
  readonly isLastByHand: boolean;
  /** Where taking it back would put the lesson; undefined when it has no such place. */
  readonly before: Date | undefined;
  readonly now: Date;
}

export interface MayWithLesson {
  readonly askReschedule: boolean;
  readonly askAnew: boolean;
  readonly move: boolean;
  readonly cancel: boolean;
  readonly takeBack: boolean;
}

/** What the actor may do next with a lesson. Commands ask the same function before they act. */
export function mayWithLesson(lesson: Lesson, rights: Rights, around: Surroundings): MayWithLesson {
  const isOpen = lesson.state === 'planned' && lesson.startsAt > around.now && lesson.pendingPublicationId === null;
  const mayChange = rights.mayChange && lesson.pendingPublicationId === null;
  return {
    askReschedule: rights.mayAsk && isOpen && lesson.teacherId !== null && !around.hasOpenRequest,
    askAnew: rights.mayAsk && decideAsk(lesson, around.now, 'anew').ok,
    move: mayChange && isOpen,
    cancel: mayChange && isOpen,
    takeBack:
      mayChange &&
      around.isLastByHand &&
      !around.hasOpenRequest &&
      around.before !== undefined &&
      around.before > around.now,
  };
}

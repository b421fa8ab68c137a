/** Hours between now and the earliest time that may be proposed. */
export const noticeHours = 3;
/** Days in which a time may be looked for. */
export const searchDays = 14;
/** Hours within which the teacher answers. */
export const answerHours = 48;

const hourMs = 3_600_000;

export const earliestSlot = (now: Date): Date => new Date(now.getTime() + noticeHours * hourMs);

/** Until when the teacher may answer: two days, but no later than either time of the lesson begins. */
export const answerUntil = (now: Date, lessonStartsAt: Date, slotStartsAt: Date): Date =>
  new Date(Math.min(now.getTime() + answerHours * hourMs, lessonStartsAt.getTime(), slotStartsAt.getTime()));

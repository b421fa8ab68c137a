import { defineProblem } from '../../server/http/problem.ts';

export const conversationUnknown = defineProblem('messages/conversation-unknown', 404);
export const recipientUnknown = defineProblem('messages/recipient-unknown', 404);
/** Alone there is nobody to talk to. */
export const nobodyElse = defineProblem('messages/nobody-else', 422);
/** Students do not write to each other in private; their group has a board. */
export const studentsTogether = defineProblem('messages/students-together', 403);
/** Somebody in it neither teaches nor looks after the student; `names` says who. */
export const strangerToStudent = defineProblem('messages/stranger-to-student', 403);
/** Guardians write to staff and to their own children. */
export const notYourFamily = defineProblem('messages/not-your-family', 403);
/** Whoever looks over a conversation does not write in it. */
export const onlyReading = defineProblem('messages/only-reading', 403);
export const messageUnknown = defineProblem('messages/message-unknown', 404);
export const notYourMessage = defineProblem('messages/not-your-message', 403);
/** It was deleted by its author. */
export const messageDeleted = defineProblem('messages/message-deleted', 409);
/** It was sent, or taken back. */
export const scheduledUnknown = defineProblem('messages/scheduled-unknown', 404);
/** The time has passed, or lies more than `days` ahead. */
export const sendTimePast = defineProblem('messages/send-time-past', 422);
/** A call is noted with somebody of the student's family, or with nobody named. */
export const notOfFamily = defineProblem('messages/not-of-family', 422);
/** The reply names a message of another conversation. */
export const replyElsewhere = defineProblem('messages/reply-elsewhere', 422);
/** The author's role tells nothing at once in quiet hours. */
export const mayNotUrge = defineProblem('messages/may-not-urge', 403);

import { defineProblem } from '../../server/http/problem.ts';

export const boardUnknown = defineProblem('forum/board-unknown', 404);
export const boardRefused = defineProblem('forum/board-refused', 403);
export const topicUnknown = defineProblem('forum/topic-unknown', 404);
export const topicClosed = defineProblem('forum/topic-closed', 409);
export const postUnknown = defineProblem('forum/post-unknown', 404);
export const postNotYours = defineProblem('forum/post-not-yours', 403);
/** It was reported and hidden; its words stay as they were. */
export const postHidden = defineProblem('forum/post-hidden', 409);
export const noPoll = defineProblem('forum/no-poll', 404);
export const pollClosed = defineProblem('forum/poll-closed', 409);
export const choiceUnknown = defineProblem('forum/choice-unknown', 422);
/** A topic stays among the same people: others would read what was not written for them. */
export const widerAudience = defineProblem('forum/wider-audience', 409);
export const guestNotStaff = defineProblem('forum/guest-not-staff', 422);
export const noGuests = defineProblem('forum/no-guests', 409);
export const reportUnknown = defineProblem('forum/report-unknown', 404);
/** Only those who were asked confirm that they read. */
export const nothingToConfirm = defineProblem('forum/nothing-to-confirm', 409);
export const notePostedAlready = defineProblem('forum/note-posted', 409);
/** What would be posted is not what was previewed. */
export const notesDiffer = defineProblem('forum/notes-differ', 409);
export const materialUnknown = defineProblem('forum/material-unknown', 404);
export const courseElsewhere = defineProblem('forum/course-elsewhere', 422);
export const mailingUnknown = defineProblem('forum/mailing-unknown', 404);
export const letterUnknown = defineProblem('forum/letter-unknown', 404);
/** Somebody joined or left since the preview, or a name changed. */
export const lettersDiffer = defineProblem('forum/letters-differ', 409);
export const packUnknown = defineProblem('forum/pack-unknown', 404);
export const templateUnknown = defineProblem('forum/template-unknown', 404);
/** A letter or template without a text in any language. */
export const nothingWritten = defineProblem('forum/nothing-written', 422);

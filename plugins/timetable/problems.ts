import { defineProblem } from '../../server/http/problem.ts';

export const draftUnknown = defineProblem('timetable/draft-unknown', 404);
/** It was published or thrown away. */
export const draftEnded = defineProblem('timetable/draft-ended', 409);
export const termUnknown = defineProblem('timetable/term-unknown', 404);
/** Two groups of one draft, named twice. */
export const groupsRepeated = defineProblem('timetable/groups-repeated', 422);
export const lessonUnknown = defineProblem('timetable/lesson-unknown', 404);
/** The group's grid has no such hour, or the lesson does not fit into it. */
export const placeUnknown = defineProblem('timetable/place-unknown', 422);
/** Something that must not be broken is in the way; `blockers` names it. */
export const placeBlocked = defineProblem('timetable/place-blocked', 409);
export const lessonLocked = defineProblem('timetable/lesson-locked', 409);
/** A lesson without a place cannot be locked. */
export const lessonUnplaced = defineProblem('timetable/lesson-unplaced', 409);
export const nothingToUndo = defineProblem('timetable/nothing-to-undo', 409);
/** Nothing was taken back, or something else was done since. */
export const nothingToRedo = defineProblem('timetable/nothing-to-redo', 409);
/** Drafts of different terms have nothing to compare. */
export const draftsApart = defineProblem('timetable/drafts-apart', 409);
/** Each absence needs a substitute: `missing` and `needless` name the students. */
export const compromiseIncomplete = defineProblem('timetable/compromise-incomplete', 422);
/** Without the teacher there is no lesson. */
export const teacherCannot = defineProblem('timetable/teacher-cannot', 409);
export const compromiseUnknown = defineProblem('timetable/compromise-unknown', 404);
export const compromiseWithdrawn = defineProblem('timetable/compromise-withdrawn', 409);
/** Nothing can be solved: no lesson at all, or no hours. */
export const nothingToSolve = defineProblem('timetable/nothing-to-solve', 409);
/** Everybody can be there, so nobody is absent. */
export const absencesNeedless = defineProblem('timetable/absences-needless', 409);
/** This student is not the only one in the way there, or not by hours that were not given. */
export const windowNotOffered = defineProblem('timetable/window-not-offered', 409);
/** Only the student or a guardian can agree to more hours. */
export const notOfFamily = defineProblem('timetable/not-of-family', 422);
/** Everybody of a course has to be in exactly one of its parts: `missing` and `needless` name the students. */
export const splitPublished = defineProblem('timetable/split-published', 409);
export const splitUneven = defineProblem('timetable/split-uneven', 422);
export const splitPartEmpty = defineProblem('timetable/split-part-empty', 422);
/** A course of another group. */
export const courseOfOtherGroup = defineProblem('timetable/course-of-other-group', 422);
export const subgroupOfOtherGroup = defineProblem('timetable/subgroup-of-other-group', 422);

export const publicationUnknown = defineProblem('timetable/publication-unknown', 404);
/** After the end of the term nothing can be published; `endsOn` says when it ends. */
export const effectiveDateOutside = defineProblem('timetable/effective-date-outside', 422);
/** Since the preview something changed; `fingerprint` is that of the plan as it is now. */
export const planChanged = defineProblem('timetable/plan-changed', 409);
/** Somebody else is publishing this term; `number` says which publication. */
export const alreadyPublishing = defineProblem('timetable/already-publishing', 409);
/** It is whole and visible. */
export const publicationDone = defineProblem('timetable/publication-done', 409);
export const exceptionUnknown = defineProblem('timetable/exception-unknown', 404);
/** Somebody decided it meanwhile. */
export const exceptionDecided = defineProblem('timetable/exception-decided', 409);
/** A publication is taking this lesson along; it is done within a minute. */
export const lessonBeingPublished = defineProblem('timetable/lesson-being-published', 409);
/** It has begun, or is over. */
/** Its room opens a little before the lesson; `opensAt` says when. */
export const roomNotOpen = defineProblem('timetable/room-not-open', 409);
export const lessonHasEnded = defineProblem('timetable/lesson-has-ended', 409);
export const lessonOver = defineProblem('timetable/lesson-over', 409);
/** It is cancelled, so it cannot be moved. */
export const lessonCancelled = defineProblem('timetable/lesson-cancelled', 409);
/** The permission reaches the lesson, but not this act. */
export const lessonOutOfReach = defineProblem('timetable/lesson-out-of-reach', 403);
/** Somebody is taken at that time; `blocked` names whom, and by what. */
export const slotTaken = defineProblem('timetable/slot-taken', 409);
/** The time has passed, lies outside of the term, or is no hour of the group's grid. */
export const slotImpossible = defineProblem('timetable/slot-impossible', 422);
/** Only a move or cancellation by hand can be taken back, and only while nothing came after it. */
export const nothingToTakeBack = defineProblem('timetable/nothing-to-take-back', 409);
export const rescheduleUnknown = defineProblem('timetable/reschedule-unknown', 404);
/** The request reaches the actor, but this answer is somebody else's. */
export const rescheduleNotYours = defineProblem('timetable/reschedule-not-yours', 403);
/** The request is in another state by now; `state` says in which, `by` who brought it there. */
export const rescheduleMovedOn = defineProblem('timetable/reschedule-moved-on', 409);
/** There is an open request about this lesson already. */
export const rescheduleOpen = defineProblem('timetable/reschedule-open', 409);
/** The lesson was moved or cancelled since it was asked for. */
export const lessonMovedOn = defineProblem('timetable/lesson-moved-on', 409);
/** Nobody could consent. */
export const lessonWithoutTeacher = defineProblem('timetable/lesson-without-teacher', 409);
/** A grade is named twice among the health norms. */
export const gradesOverlap = defineProblem('timetable/grades-overlap', 422);
/** Grades or hours of the health norms end before they begin. */
export const normsBackwards = defineProblem('timetable/norms-backwards', 422);
/** Families may ask until so many `hours` before a lesson. */
export const askedTooLate = defineProblem('timetable/asked-too-late', 409);
/** So many requests a term (`most`) are made for one student. */
export const askedTooOften = defineProblem('timetable/asked-too-often', 409);
/** A lesson can be asked for anew only when it is over. */
export const lessonNotMissed = defineProblem('timetable/lesson-not-missed', 409);
/** Extra lessons stand beside a timetable that holds. */
export const nothingPublished = defineProblem('timetable/nothing-published', 409);
export const homeSchoolUnknown = defineProblem('timetable/home-school-unknown', 404);
/** More lessons than fit into one answer. */
export const periodTooLong = defineProblem('timetable/period-too-long', 422);
export const agreementUnknown = defineProblem('timetable/agreement-unknown', 404);
/** Nobody can answer until a day that has passed. */
export const agreementDayOver = defineProblem('timetable/agreement-day-over', 422);
/** Home schools that were asked have not agreed; `homeSchools` names them. */
export const agreementMissing = defineProblem('timetable/agreement-missing', 409);
export const objectionUnknown = defineProblem('timetable/objection-unknown', 404);
export const objectionDecided = defineProblem('timetable/objection-decided', 409);
/** The home school has no students in the group, or the draft has no such course. */
export const placeOfObjectionUnknown = defineProblem('timetable/place-of-objection-unknown', 422);
/** Nobody who teaches in a group whose lessons the actor changes. */
export const teacherUnknown = defineProblem('timetable/teacher-unknown', 404);
export const absenceUnknown = defineProblem('timetable/absence-unknown', 404);
/** Nobody who teaches this subject. */
export const notQualified = defineProblem('timetable/not-qualified', 422);
/** The student for whom an extra lesson is meant does not learn in this course. */
export const notInCourse = defineProblem('timetable/not-in-course', 422);
/** The school has no such video server. */
export const roomNotThere = defineProblem('timetable/room-not-there', 422);
export const meetingUnknown = defineProblem('timetable/meeting-unknown', 404);
/** Only whoever planned a meeting changes it. */
export const meetingNotYours = defineProblem('timetable/meeting-not-yours', 403);
/** It was held, or called off. */
export const meetingOver = defineProblem('timetable/meeting-over', 409);
/** Somebody is invited whom the actor does not see, or who has left. */
export const inviteeUnknown = defineProblem('timetable/invitee-unknown', 404);
/** More than `most` people are invited. */
export const tooManyInvited = defineProblem('timetable/too-many-invited', 422);
export const feedUnknown = defineProblem('timetable/feed-unknown', 404);

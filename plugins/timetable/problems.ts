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
/** Each absence needs a substitute: `missing` and `needless` name the students. */
export const compromiseIncomplete = defineProblem('timetable/compromise-incomplete', 422);
/** Without the teacher there is no lesson. */
export const teacherCannot = defineProblem('timetable/teacher-cannot', 409);
export const compromiseUnknown = defineProblem('timetable/compromise-unknown', 404);
export const compromiseWithdrawn = defineProblem('timetable/compromise-withdrawn', 409);
/** Nothing can be solved: no lesson at all, or no hours. */
export const nothingToSolve = defineProblem('timetable/nothing-to-solve', 409);
/** A course of another group. */
export const courseOfOtherGroup = defineProblem('timetable/course-of-other-group', 422);

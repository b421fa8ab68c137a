import { definePermission } from '../../server/access/permission.ts';

/** Make drafts of the groups within reach, solve and change them. */
export const composeTimetable = definePermission('timetable.compose', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

/** See how many of a group can be online at each hour of its week. */
export const seeHeatMap = definePermission('timetable.see-heat-map', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
]);

/** Make a draft the timetable that holds: its preview, its commit, and what was published before. */
export const publishTimetable = definePermission('timetable.publish', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

/** See lessons: one's own, one's children's, those of own courses and groups. */
export const seeLessons = definePermission('timetable.see-lessons', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
  'student',
  'guardian',
]);

/** Move or cancel a single lesson of a group without asking. */
export const changeLessons = definePermission('timetable.change-lessons', ['admin', 'lead-tutor', 'tutor']);

/** Hold one lesson more of a course beside the weekly timetable. */
export const addLessons = definePermission('timetable.add-lessons', ['admin', 'lead-tutor', 'tutor', 'teacher']);

/** Ask for another time of a lesson: for oneself, for one's child, or as tutor for a student or a teacher. */
export const askReschedule = definePermission('timetable.ask-reschedule', [
  'admin',
  'lead-tutor',
  'tutor',
  'student',
  'guardian',
]);

/** Consent to another time of one's own lesson, or decline it. */
export const answerReschedule = definePermission('timetable.answer-reschedule', ['teacher']);

/** Give the last word to requests for students of the home schools that one coordinates, where those want it so. */
export const confirmReschedule = definePermission('timetable.confirm-reschedule', ['admin', 'coordinator']);

/** See and set what a home school wants of requests. */
export const setSchoolPolicy = definePermission('timetable.set-school-policy', ['admin', 'coordinator']);

/** See and set whether the teacher's consent is enough in a group. */
export const setGroupPolicy = definePermission('timetable.set-group-policy', ['admin', 'lead-tutor', 'tutor']);

/** Ask when people could meet, and bring them together online. */
export const planMeetings = definePermission('timetable.plan-meetings', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
]);

/** Say where one's own lessons are held. */
export const chooseOwnRoom = definePermission('timetable.choose-own-room', ['teacher']);

/** Make and revoke secret addresses from which a calendar program reads lessons. */
export const subscribeToLessons = definePermission('timetable.subscribe', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
  'student',
  'guardian',
]);

/** Agree or object, for a home school, to a draft before it is published. */
export const answerAgreement = definePermission('timetable.answer-agreement', ['admin', 'coordinator']);

/** Change what the school wants of every timetable for the sake of health. */
export const setHealthNorms = definePermission('timetable.set-health-norms', ['admin']);

/** Give a home school that one coordinates health norms of its own. */
export const setSchoolNorms = definePermission('timetable.set-school-norms', ['admin', 'coordinator']);

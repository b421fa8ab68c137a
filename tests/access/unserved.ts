import type { Statuses } from './asking.ts';

/**
 * Routes that serve nobody in the matrix, and why: there the table proves who is refused only. That they serve those
 * who may is proved by the tests of their own modules.
 */
const unserved: Readonly<Record<string, readonly string[]>> = {
  'what they change must be in a state that the world has not got': [
    ...['cancelJob', 'addGroupMembers', 'addGroupTutor', 'deleteCourse', 'createTerm', 'deleteTerm', 'changeYear'],
    ...['planYearChange', 'openContactRound', 'planImport', 'applyImport', 'undoImport', 'erasePerson'],
    ...['undoDraftStep', 'redoDraftStep', 'acceptCompromise', 'agreeWindow', 'publishTimetable', 'cancelPublication'],
    ...['enterLesson', 'moveLesson', 'takeBackLesson', 'askReschedule', 'answerReschedule', 'counterReschedule'],
    ...['confirmReschedule', 'moveMeeting', 'enterMeeting', 'inviteToBoard', 'removeFromBoard'],
    ...['openProgressToStudent', 'confirmPostRead', 'postNotes', 'saveNoteRemark'],
  ],
  'what they are told must fit what is there, more than a schema says': [
    ...['changePerson', 'uploadFile', 'markChannel', 'sendHours', 'addMyDevice', 'saveGuide', 'previewSplit'],
    ...['splitCourse', 'coverTeacherAbsence', 'previewLetters', 'sendMailing', 'addLetterTemplate'],
    ...['changeLetterTemplate', 'noteCall'],
  ],
  'nobody guesses the secret, the code or the password': [
    ...['receiveMail', 'showLink', 'useLink', 'stopMail', 'stopMailByOneClick', 'reportAttendance', 'readFeed'],
    ...['signIn', 'signInWithCode', 'verifySession', 'changeOwnLogin', 'changeOwnPassword', 'confirmSecondFactor'],
    ...['renewRecoveryCodes', 'turnOffSecondFactor', 'acceptCode', 'resetByCode', 'joinByCode', 'takeSecondFactor'],
    ...['departToProvider', 'arriveFromProvider'],
  ],
  'there is none of it in the world': [
    ...['readFile', 'undoYearChange', 'callOffYearPlan', 'getNotice', 'removeMyDevice', 'endChannelTrouble'],
    ...['keepGuardian', 'showPhoto', 'endOwnSession', 'getExportedFile', 'decideException', 'undoTeacherAbsence'],
  ],
};

/** Routes that were asked and served nobody, without a reason above. */
export function withoutSuccess(statuses: Statuses): string[] {
  const known = new Set(Object.values(unserved).flat());
  return [...statuses]
    .filter(([id, got]) => !known.has(id) && ![...got].some((status) => status < 400))
    .map(([id, got]) => `${id} (${[...got].sort().join(', ')})`);
}

import type { Statuses } from './asking.ts';

/**
 * Routes that serve nobody in the matrix, and why: there the table proves who is refused only. That they serve those
 * who may is proved by the tests of their own modules.
 */
const unserved: Readonly<Record<string, readonly string[]>> = {
  'what they change must be in a state that the world has not got': [
    ...['changeYear', 'planYearChange', 'planImport', 'applyImport', 'undoImport', 'erasePerson', 'undoDraftStep'],
    ...['redoDraftStep', 'acceptCompromise', 'agreeWindow', 'publishTimetable', 'cancelPublication'],
    ...['enterLesson', 'takeBackLesson', 'askReschedule', 'answerReschedule', 'counterReschedule'],
    ...['confirmReschedule', 'enterMeeting', 'confirmPostRead', 'postNotes'],
  ],
  'what they are told must fit what is there, more than a schema says': [...['uploadFile', 'sendHours', 'sendMailing']],
  'nobody guesses the secret, the code or the password': [
    ...['receiveMail', 'showLink', 'useLink', 'reportAttendance', 'signIn', 'signInWithCode'],
    ...['confirmSecondFactor', 'renewRecoveryCodes', 'turnOffSecondFactor', 'acceptCode', 'takeSecondFactor'],
    ...['departToProvider', 'arriveFromProvider'],
  ],
  'there is none of it in the world': [
    ...['readFile', 'keepGuardian', 'showPhoto', 'getExportedFile', 'decideException', 'undoTeacherAbsence'],
  ],
};

/** Routes that were asked and served nobody, without a reason above. */
export function withoutSuccess(statuses: Statuses): string[] {
  const known = new Set(Object.values(unserved).flat());
  return [...statuses]
    .filter(([id, got]) => !known.has(id) && ![...got].some((status) => status < 400))
    .map(([id, got]) => `${id} (${[...got].sort().join(', ')})`);
}

import { createHash } from 'node:crypto';
import { feedSecret } from './own.ts';
import type { Half, World } from './world.ts';

/**
 * What stands for a parameter or a member of a body that names something: the part of the world that it
 * names. A route with a name that is not here fails its test: add it, so that the matrix can try it.
 */
const named: Readonly<Record<string, (half: Half) => string>> = {
  homeSchoolId: (half) => half.homeSchoolId,
  groupId: (half) => half.groupId,
  subgroupId: (half) => half.subgroupId,
  courseId: (half) => half.courseId,
  personId: (half) => half.studentId,
  studentId: (half) => half.studentId,
  guardianId: (half) => half.guardianId,
  guardianshipId: (half) => half.guardianshipId,
  tutorId: (half) => half.tutorId,
  actorId: (half) => half.tutorId,
  teacherId: (half) => half.teacherId,
  roleId: (half) => half.roleId,
  jobId: (half) => half.jobId,
  runId: (half) => half.runId,
  exportId: (half) => half.exportId,
  draftId: (half) => half.draftId,
  otherId: (half) => half.draftId,
  publicationId: (half) => half.publicationId,
  lessonId: (half) => half.lessonId,
  roomId: (half) => half.lessonId,
  exceptionId: (half) => half.exceptionId,
  compromiseId: (half) => half.compromiseId,
  rescheduleId: (half) => half.rescheduleId,
  meetingId: (half) => half.meetingId,
  // An absence that nobody has covered; its own test tries one that was.
  absenceId: () => '01900000-0000-7000-8000-000000000000',
  substituteId: (half) => half.teacherId,
  feedId: (half) => half.feedId,
  threadId: (half) => half.threadId,
  messageId: (half) => half.messageId,
  scheduledId: (half) => half.scheduledId,
  boardId: (half) => half.boardId,
  topicId: (half) => half.topicId,
  postId: (half) => half.postId,
  reportId: (half) => half.reportId,
  guestId: (half) => half.teacherId,
  materialId: (half) => half.materialId,
  mailingId: (half) => half.mailingId,
  templateId: (half) => half.templateId,
  letterId: (half) => half.letterId,
  packId: (half) => half.packId,
  codeId: (half) => half.codeId,
  sheetId: (half) => half.sheetId,
  archiveId: (half) => half.archiveId,
  agreementId: (half) => half.agreementId,
  objectionId: (half) => half.objectionId,
  helpId: (half) => half.helpId,
  ownerId: (half) => half.tutorId,
  roundId: (half) => half.roundId,
  limitId: (half) => half.limitId,
  separationId: (half) => half.separationId,
  otherGuardianId: (half) => half.tutorId,
  withId: (half) => half.tutorId,
  sessionId: (half) => half.sessionId,
  noticeId: (half) => half.noticeId,
  deviceId: (half) => half.deviceId,
  troubleId: (half) => half.troubleId,
  yearChangeId: (half) => half.yearChangeId,
  yearPlanId: (half) => half.yearPlanId,
  termId: (half) => half.termId,
  subjectId: (half) => half.subjectId,
  holidayId: (half) => half.holidayId,
  agreedWithId: (half) => half.studentId,
  sharesDeviceWith: (half) => half.studentId,
};

const nothingChanges = createHash('sha256').update('[]').digest('hex');
const noHours = Buffer.from('student,weekday,from,to\n').toString('base64');

/** The same where only one route has a name that says little. */
const namedIn: Readonly<Record<string, (half: Half) => string>> = {
  'openConversation.personId': (half) => half.guardianId,
  'lookUpCode.code': (half) => half.code,
  'acceptCode.code': (half) => half.code,
  'erasePerson.personId': (half) => half.goneId,
  'inviteToBoard.boardId': (half) => half.progressBoardId,
  'removeFromBoard.boardId': (half) => half.progressBoardId,
  'openProgressToStudent.boardId': (half) => half.progressBoardId,
  'resetByCode.code': (half) => half.resetCode,
  'joinByCode.code': (half) => half.familyCode,
  // A table without rows changes nothing.
  'getHoursTemplate.format': () => 'csv',
  'previewHours.data': () => noHours,
  'sendHours.data': () => noHours,
  'sendHours.fingerprint': () => nothingChanges,
  'sendClassHours.fingerprint': () => nothingChanges,
  'getJob.id': (half) => half.jobId,
  'cancelJob.id': (half) => half.waitingJobId,
  'revokeRole.personId': (half) => half.coordinatorId,
  'grantRole.personId': (half) => half.tutorId,
  'removeGroupTutor.personId': (half) => half.tutorId,
  'addGroupTutor.personId': (half) => half.teacherId,
  'addGroupMembers.personId': (half) => half.looseId,
  'openContactRound.groupId': (half) => half.quietGroupId,
  'deleteCourse.courseId': (half) => half.spareCourseId,
  'deleteTerm.termId': (half) => half.spareTermId,
  'stopMail.token': (half) => half.stopLink,
  'openStopPage.token': (half) => half.stopLink,
  'stopMailByOneClick.token': (half) => half.stopLink,
  'readFeed.file': (half) => `${feedSecret(half.feedId)}.ics`,
  'inviteToBoard.personId': (half) => half.teacherId,
  'removeFromBoard.personId': (half) => half.teacherId,
};

/** Parameters that name nothing of a half: things of the whole school, and numbers. */
export const shared: ReadonlyMap<string, string> = new Map([
  // The secret address of a calendar feed: nobody guesses it.
  ['file', 'nothing.ics'],
  // Who may read a file follows from what has it; server/files/tests tries that.
  ['fileId', '01900000-0000-7000-8000-000000000000'],
  // The secret part of a link in a mail; server/links/tests tries those that are known.
  ['token', 'x'.repeat(43)],
  ['area', 'lessons'],
  ['secret', 'x'.repeat(43)],
  ['audience', 'student'],
  ['nth', '1'],
  // A form of an import.
  ['form', 'students'],
  ['weekday', '1'],
  ['weekOn', '2026-09-07'],
  ['hour', '1'],
]);

const ofWholeSchool = new Set([
  ...['termId', 'subjectId', 'templateId', 'holidayId', 'runId', 'exportId', 'yearChangeId', 'yearPlanId'],
]);

/** Terms and subjects belong to both halves; home schools are known by name to everybody, but changing them is another matter. */
export const isForeign = (name: string, method: string): boolean =>
  !ofWholeSchool.has(name) && !(name === 'homeSchoolId' && method === 'get');

/** The id that a name stands for in this half of the world; undefined when the matrix does not know the name. */
export function targetOf(operationId: string, name: string, half: Half): string | undefined {
  const singular = name.replace(/Ids$/, 'Id');
  return (namedIn[`${operationId}.${singular}`] ?? named[singular])?.(half);
}

/** Every text by which a half could be recognised in a reply. */
export const tracesOf = ({
  homeSchoolId: _known,
  termId: _term,
  subjectId: _subject,
  templateId: _template,
  holidayId: _holiday,
  runId: _run,
  exportId: _export,
  spareTermId: _spareTerm,
  yearChangeId: _change,
  yearPlanId: _plan,
  ...rest
}: World['here']): string[] => Object.values(rest);

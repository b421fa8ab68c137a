import { emailOf } from './emails.ts';
import type { Half } from './world.ts';

/** A letter in one language. */
const letter = { texts: { ru: { title: 'Письмо', text: 'Здравствуйте' } } };

/** A course taught in two parts of its group. */
const inTwo = ({ subgroupId, spareSubgroupId }: Half) => ({ parts: [{ subgroupId }, { subgroupId: spareSubgroupId }] });

/** As `signInAs` gives it. */
const password = 'only-for-these-tests';

/**
 * Members of bodies and queries that the schema's JSON form does not tell, or that must fit what is there so that somebody is served.
 * What is undefined is left out.
 */
const said: Readonly<Record<string, (half: Half) => Readonly<Record<string, unknown>>>> = {
  // A word of all that is said in the world, so that only rights keep it from being found.
  searchForum: () => ({ q: 'talk', boardId: undefined }),
  searchMessages: () => ({ q: 'talk' }),
  getHeatMap: () => ({ courseId: undefined }),
  solveDraft: () => ({ seconds: 5 }),
  addImportPiece: () => ({ file: 0, nth: 0, data: 'AAAA' }),
  publishTimetable: () => ({ fingerprint: '0'.repeat(64) }),
  changeYear: () => ({ fingerprint: '0'.repeat(64) }),
  planYearChange: () => ({ fingerprint: '0'.repeat(64) }),
  resetByCode: () => ({ password: 'long-enough-for-anybody' }),
  verifySession: () => ({ password }),
  changeOwnLogin: () => ({ login: 'another.login' }),
  changeOwnPassword: () => ({ current: password, next: 'long-enough-for-anybody' }),
  grantRole: () => ({ role: 'tutor', scopeKind: 'self', homeSchoolId: null }),
  changePerson: () => ({ sharesDeviceWith: undefined, givenName: 'Ana Maria' }),
  markChannel: ({ mark }) => ({ value: emailOf('student', mark) }),
  noteCall: ({ guardianId }) => ({ withId: guardianId, happenedAt: '2026-09-01T08:00:00.000Z' }),
  createTerm: () => ({ startsOn: '2027-01-11', endsOn: '2027-05-28' }),
  erasePerson: ({ mark }) => ({ name: `Ana ${mark}` }),
  saveGuide: () => ({ source: 'A guide of a few words.' }),
  saveNoteRemark: () => ({ revision: 0 }),
  addLetterTemplate: () => letter,
  changeLetterTemplate: () => letter,
  previewLetters: () => letter,
  coverTeacherAbsence: ({ lessonId }) => ({
    untilOn: '2026-09-30',
    lessons: [{ lessonId, revision: 1, what: 'cancel' }],
  }),
  previewSplit: inTwo,
  splitCourse: inTwo,
  addMyDevice: () => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/of-these-tests',
    p256dh: 'B'.padEnd(87, 'A'),
    auth: 'A'.repeat(22),
  }),
};

export const saidIn = (operationId: string, half: Half): Readonly<Record<string, unknown>> =>
  said[operationId]?.(half) ?? {};

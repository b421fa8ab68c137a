import type { Role } from '../../server/access/roles.ts';

/**
 * Who reaches what, by hand, from the roles of the catalogue: never from the code that is tested. Four
 * letters say how a route answers about something of one's own, of another child in the same group, of
 * another group in the same home school, of another home school: y served, f forbidden, n not there.
 */
const everywhere = 'yyyy';
const inSchool = 'yyyn';
const inGroup = 'yynn';
const ownOnly = 'ynnn';
/** Seen, but not to be changed. */
const seenInSchool = 'fffn';
const seenInGroup = 'ffnn';
const seenOwn = 'fnnn';
const never = 'nnnn';
/** A student sees classmates by name; their particulars are refused with a reason. */
const ownAndNames = 'yfnn';

/** Roles that a row does not name are refused whatever they ask for. */
type Row = Readonly<Partial<Record<Role, string>>>;

const toEverybody = (cells: string): Row => ({
  admin: cells,
  coordinator: cells,
  head: cells,
  'lead-tutor': cells,
  tutor: cells,
  teacher: cells,
  psychologist: cells,
  student: cells,
  guardian: cells,
});

/** The same for staff alone. */
const ofStaff = ({ student: _student, guardian: _guardian, ...staff }: Row): Row => staff;

const adminOnly: Row = { admin: everywhere };
const adminAnd = (row: Row): Row => ({ admin: everywhere, ...row });
/** Each as far as the role reaches. */
const allInReach: Row = {
  admin: everywhere,
  coordinator: inSchool,
  head: inSchool,
  'lead-tutor': inSchool,
  psychologist: inSchool,
  tutor: inGroup,
  teacher: inGroup,
  student: inGroup,
  guardian: inGroup,
};
/** The same, but families see their own child alone. */
const familiesOwn: Row = { ...allInReach, student: ownAndNames, guardian: ownOnly };
const planners: Row = { admin: everywhere, coordinator: inSchool, 'lead-tutor': inSchool, tutor: inGroup };
const tutors: Row = { admin: everywhere, 'lead-tutor': inSchool, tutor: inGroup };
/** Groups mix home schools: a coordinator of one of them sees a group, and only an admin changes it. */
const groupKeepers: Row = { admin: everywhere, coordinator: seenInSchool };
const coordinators: Row = { admin: everywhere, coordinator: inSchool };

/** Who asked, who answers, and who manages: to everybody else a request is not there. */
const helpers: Row = {
  ...toEverybody(never),
  admin: everywhere,
  coordinator: inSchool,
  'lead-tutor': inSchool,
  tutor: inGroup,
};
/** A group's board is for those who learn and teach there; guardians have a board of their own. */
const ofGroupBoard: Row = { ...allInReach, guardian: never };
const keepsGroupBoard: Row = { ...tutors, head: seenInSchool, teacher: seenInGroup };

/** Staff see the students in their reach, and may do nothing here. */
const seenByStaff: Row = {
  admin: 'ffff',
  coordinator: seenInSchool,
  head: seenInSchool,
  'lead-tutor': seenInSchool,
  psychologist: seenInSchool,
  tutor: seenInGroup,
  teacher: seenInGroup,
};

const rows: readonly (readonly [Row, readonly string[]])[] = [
  // Lists and what is common to all: each list is cut to what its reader reaches.
  [
    toEverybody(everywhere),
    [
      'getHealth',
      'getSession',
      'changeMe',
      'listNotices',
      'readNotices',
      'listPeople',
      'listHomeSchools',
      'getHomeSchool',
      'listSubjects',
      'listGroups',
      'listCourses',
      'listTerms',
      'getTerm',
      'listHolidays',
      'showOwnWeek',
      'listReschedules',
      'listMeetings',
      'showOverview',
      'getNoticeSettings',
      'chooseChannels',
      'chooseDigestTime',
      'lookAtNotices',
      'listMyDevices',
      'addMyDevice',
      'forgetMyBrowser',
      'getMyQuietHours',
      'setMyQuietHours',
      'uploadFile',
      'listHelpRequests',
      'listGuides',
      'getGuide',
      'printGuide',
      // A link in a mail, which only its reader has.
      'stopMail',
      'stopMailByOneClick',
      'openStopPage',
    ],
  ],
  // The own account, whoever it is; of sessions, those of others are not there; here they are the student's.
  [
    toEverybody(everywhere),
    [
      'getOwnAccount',
      'changeOwnLogin',
      'listOwnSessions',
      'endOtherSessions',
      'offerSecondFactor',
      'renewRecoveryCodes',
      'turnOffSecondFactor',
      'unlinkProvider',
    ],
  ],
  [{ ...toEverybody(never), student: ownOnly }, ['endOwnSession']],

  // The session itself. A wrong password lets nobody in.
  [toEverybody('aaaa'), ['signIn']],
  [
    toEverybody(everywhere),
    [
      'signInWithCode',
      'verifySession',
      'signOut',
      'changeOwnPassword',
      'confirmSecondFactor',
      'askForResetCode',
      'leaveView',
    ],
  ],
  // Whoever holds a card is heard, wherever it was printed; what it is good for is tried in server/auth/tests.
  [toEverybody(everywhere), ['lookUpCode', 'acceptCode', 'resetByCode', 'joinByCode']],
  // No provider is configured here.
  [toEverybody(never), ['departToProvider', 'arriveFromProvider']],
  [adminOnly, ['viewAs']],

  // Letting people in
  [
    planners,
    ['listAccountsOfGroup', 'getAccountOfPerson', 'issueCodes', 'revokeCode', 'printCodes', 'mailInvitations'],
  ],
  // A sheet of cards is its owner's.
  [
    { ...planners, admin: never, coordinator: never, 'lead-tutor': never, tutor: ownOnly },
    ['getSheetOfCodes', 'getSheetFile'],
  ],
  [coordinators, ['lockAccount', 'takeSecondFactor']],

  // Jobs belong to who started them.
  [{ ...toEverybody(never), admin: everywhere, tutor: ownOnly }, ['getJob', 'cancelJob']],

  // Help: a guardian's question about the child, whose tutor answers
  [familiesOwn, ['askHelp', 'getHelpOwner']],
  [{ ...helpers, guardian: ownOnly }, ['getHelpRequest', 'answerHelp', 'setHelpState']],
  [helpers, ['assignHelp', 'listHelpOwners']],

  // People
  [familiesOwn, ['getPerson', 'getPersonHistory', 'getAvailability', 'showStudentWeek']],
  [adminOnly, ['listGuideVersions', 'saveGuide', 'getMailState', 'createPerson', 'grantRole', 'revokeRole']],
  [coordinators, ['changePerson', 'saveGuardianship', 'endGuardianship', 'putHomeSchoolHours']],
  [coordinators, ['limitGuardianship', 'liftGuardianshipLimit']],
  [{ ...planners, head: inSchool, psychologist: inSchool }, ['getGuardianRights']],
  // The second of the pair is a tutor here, whom no coordinator of a home school reaches.
  [{ admin: everywhere, coordinator: seenInSchool }, ['separateGuardians']],
  // And here somebody whom they do not even know.
  [{ admin: everywhere, coordinator: never }, ['endSeparation']],
  [toEverybody(everywhere), ['getOwnGuardians']],
  [toEverybody(never), ['keepGuardian']],
  [
    {
      ...tutors,
      coordinator: seenInSchool,
      head: seenInSchool,
      psychologist: seenInSchool,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: ownOnly,
    },
    ['putAvailability'],
  ],

  // Who saw what: own, of a child, or of the students of a coordinator
  [{ admin: everywhere, coordinator: inSchool, student: ownAndNames, guardian: ownOnly }, ['listAudit']],
  // Only about those for whom one answers; a person beyond them is not there.
  [coordinators, ['overseeAudit']],

  // Privacy: one's own, of a child, or of the students of a coordinator.
  [
    {
      ...coordinators,
      head: seenInSchool,
      'lead-tutor': seenInSchool,
      psychologist: seenInSchool,
      tutor: seenInGroup,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: ownOnly,
    },
    ['exportPerson', 'packPerson', 'listArchives'],
  ],
  // Of a file that nobody has: unknown to those who may take out, refused to those who only see the person.
  [
    {
      ...{ admin: never, coordinator: never, guardian: never, student: 'nfnn' },
      ...{ head: seenInSchool, 'lead-tutor': seenInSchool, psychologist: seenInSchool },
      ...{ tutor: seenInGroup, teacher: seenInGroup },
    },
    ['getExportedFile'],
  ],
  // An archive is for whoever has asked for it: here the child’s guardian.
  [
    {
      ...{ admin: never, coordinator: never, guardian: ownOnly, student: 'nfnn' },
      ...{ head: seenInSchool, 'lead-tutor': seenInSchool, psychologist: seenInSchool },
      ...{ tutor: seenInGroup, teacher: seenInGroup },
    },
    ['getArchive', 'getArchiveFile'],
  ],
  [coordinators, ['erasePerson']],

  // Ways to reach people: teachers have no need of them; the staff of a group keeps them up to date.
  [{ ...familiesOwn, teacher: seenInGroup }, ['getChannels']],
  [
    {
      ...planners,
      head: seenInSchool,
      psychologist: seenInSchool,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: ownOnly,
    },
    ['saveChannels'],
  ],
  // Whom one marks is a student here: families may do so of themselves alone.
  [
    {
      ...planners,
      head: seenInSchool,
      psychologist: seenInSchool,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: seenOwn,
    },
    ['markChannel'],
  ],
  // The rounds: whoever runs them sees those of the groups in reach. A home school's coordinator reaches the group whole here.
  [{ admin: everywhere, coordinator: everywhere, 'lead-tutor': everywhere, tutor: everywhere }, ['listContactRounds']],
  [
    planners,
    [
      'openContactRound',
      'getContactRound',
      'getContactRoundOfGroup',
      'printContactRound',
      'remindOfContactRound',
      'endContactRound',
    ],
  ],
  [toEverybody(everywhere), ['getAskedContacts']],
  [
    {
      ...planners,
      head: seenInSchool,
      psychologist: seenInSchool,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: ownOnly,
    },
    ['confirmContacts'],
  ],
  [
    {
      admin: everywhere,
      coordinator: everywhere,
      head: everywhere,
      'lead-tutor': everywhere,
      tutor: everywhere,
      psychologist: everywhere,
    },
    ['listDirectory'],
  ],
  [{ ...planners, head: inSchool, psychologist: inSchool }, ['getGroupDirectory']],

  // Notices and devices are their person's alone, here the student's.
  [{ ...toEverybody(never), student: ownOnly }, ['getNotice', 'removeMyDevice']],
  // The list is cut to what each reaches.
  [
    { admin: everywhere, coordinator: everywhere, 'lead-tutor': everywhere, tutor: everywhere },
    ['listChannelTroubles'],
  ],
  [planners, ['endChannelTrouble']],
  // The mail server's, behind a secret that nobody has.
  [toEverybody(never), ['receiveMail']],
  // Introductions. A profile is for all who know the name.
  [{ ...familiesOwn, teacher: 'ffff' }, ['getWhoIsWho']],
  [{ ...planners, student: ownAndNames, guardian: ownOnly }, ['noteMeeting']],
  [planners, ['listNewcomers']],
  [
    { admin: everywhere, coordinator: everywhere, 'lead-tutor': everywhere, tutor: everywhere },
    ['listWaitingNewcomers'],
  ],
  [toEverybody(everywhere), ['listIntroductionItems', 'saveOwnProfile']],
  [{ admin: everywhere, coordinator: everywhere }, ['saveIntroductionItems']],
  [{ ...allInReach, guardian: ownOnly }, ['getProfile']],
  // Nobody has the file that is asked for here; who may show one at all is told apart by 403.
  [{ ...toEverybody(never), ...seenByStaff, student: 'ffnn', guardian: never }, ['showPhoto']],
  [
    {
      ...coordinators,
      head: seenInSchool,
      'lead-tutor': seenInSchool,
      psychologist: seenInSchool,
      tutor: seenInGroup,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: ownOnly,
    },
    ['takePhoto'],
  ],
  // The meeting server's, behind a secret in its address.
  [toEverybody(never), ['reportAttendance']],

  // Quiet hours of home schools, which everybody knows by name.
  [{ admin: everywhere, coordinator: everywhere }, ['listSchoolQuietHours']],
  [{ admin: everywhere, coordinator: 'yyyf' }, ['setSchoolQuietHours']],

  // School
  [
    adminOnly,
    [
      'changeHealthNorms',
      'createHomeSchool',
      'changeHomeSchool',
      'createSubject',
      'renameSubject',
      'deleteSubject',
      'createGroup',
      'createTerm',
      'changeTerm',
      'deleteTerm',
      'createHoliday',
      'changeHoliday',
      'deleteHoliday',
      'previewYearChange',
      'changeYear',
      'listYearChanges',
      'planYearChange',
      'listYearPlans',
      'setLeaversPolicy',
      'listImports',
      'beginImport',
      'getImport',
      'addImportPiece',
      'planImport',
      'listImportChanges',
      'listImportFaults',
      'applyImport',
      'undoImport',
      'beginExport',
      'getExportFile',
    ],
  ],
  [adminOnly, ['undoYearChange', 'callOffYearPlan']],
  // Forms without any data; those who answer for one home school may look at them.
  [{ admin: everywhere, coordinator: everywhere }, ['listImportForms', 'getCsvTemplate', 'getWorkbookTemplate']],
  [allInReach, ['getGroup', 'getGroupGrid', 'getCourse', 'showGroupWeek']],
  [{ ...planners, head: inSchool }, ['getGroupReadiness', 'getGroupHistory']],
  [
    groupKeepers,
    [
      'changeGroup',
      'setGroupGrid',
      'addGroupMembers',
      'removeGroupMember',
      'createSubgroup',
      'renameSubgroup',
      'setSubgroupMembers',
      'deleteSubgroup',
      'addGroupTutor',
      'removeGroupTutor',
      'createCourse',
      'changeCourse',
      'deleteCourse',
    ],
  ],

  // Forum: the board of a group
  [toEverybody(everywhere), ['listBoards', 'listUnread', 'searchForum', 'showNotesToday']],
  [
    ofGroupBoard,
    [
      'getBoard',
      'listTopics',
      'getTopic',
      'listTopicChanges',
      'listPostEdits',
      'listPeopleToMention',
      'writePost',
      'markTopicRead',
      'subscribeToTopic',
      'voteInPoll',
      'reactToPost',
      'reportPost',
      'confirmPostRead',
    ],
  ],
  [{ ...ofGroupBoard, coordinator: seenInSchool, head: seenInSchool, psychologist: seenInSchool }, ['openTopic']],
  [keepsGroupBoard, ['keepTopic', 'moveTopic', 'endPoll', 'hidePost', 'restorePost', 'decideReport']],
  // To a student's progress thread, which the family reads, the tutors invite.
  [{ ...tutors, head: never, teacher: never }, ['inviteToBoard', 'removeFromBoard', 'openProgressToStudent']],
  // The words of a post are its author's, here the student's.
  [
    {
      admin: 'ffff',
      coordinator: seenInSchool,
      head: seenInSchool,
      'lead-tutor': seenInSchool,
      psychologist: seenInSchool,
      tutor: seenInGroup,
      teacher: seenInGroup,
      student: ownAndNames,
      guardian: never,
    },
    ['editPost', 'deletePost'],
  ],
  [
    { admin: everywhere, head: everywhere, 'lead-tutor': everywhere, tutor: everywhere, teacher: everywhere },
    ['listReports'],
  ],
  [{ admin: everywhere, head: everywhere, 'lead-tutor': everywhere }, ['holdCouncil']],
  // Templates of letters are of the whole school and name nobody.
  [
    { admin: everywhere, 'lead-tutor': everywhere, tutor: everywhere },
    [
      'listLetterTemplates',
      'listLetterTemplateVersions',
      'addLetterTemplate',
      'changeLetterTemplate',
      'removeLetterTemplate',
    ],
  ],
  [{ ...tutors, psychologist: inSchool }, ['holdCase']],
  [
    tutors,
    [
      'listNotes',
      'saveNoteRemark',
      'postNotes',
      'previewLetters',
      'sendMailing',
      'listMailings',
      'showMailing',
      'listPacks',
      'makePack',
      'printPack',
      'stepPack',
    ],
  ],
  [allInReach, ['showShelf']],
  [{ ...tutors, teacher: inGroup }, ['addMaterial', 'removeMaterial']],
  [toEverybody(everywhere), ['listLetters']],
  // A letter is its receiver's, here the student's.
  [{ ...toEverybody(never), student: ownOnly }, ['readLetter', 'openLetter', 'confirmLetter', 'askAboutLetter']],

  // Timetable: the draft
  [
    planners,
    [
      'listDrafts',
      'getHealthNorms',
      'createDraft',
      'getDraft',
      'changeDraft',
      'discardDraft',
      'undoDraftStep',
      'redoDraftStep',
      'compareDrafts',
      'explainDraft',
      'listDraftFindings',
      'listDraftSteps',
      'listLessonPlaces',
      'previewLessonMove',
      'moveDraftLesson',
      'lockDraftLesson',
      'solveDraft',
      'offerCompromises',
      'acceptCompromise',
      'getDraftAgreements',
      'askAgreement',
      'decideObjection',
      'agreeWindow',
      'previewSplit',
      'splitCourse',
      'undoSplit',
      'listCompromises',
      'withdrawCompromise',
      'previewPublication',
      'publishTimetable',
      'listPublications',
      'showPublication',
      'cancelPublication',
    ],
  ],
  [planners, ['listGroupObjections']],
  [{ ...planners, head: inSchool, teacher: inGroup }, ['getHeatMap']],
  // What is published already has no exceptions left to decide.
  [{ admin: never, coordinator: never, 'lead-tutor': never, tutor: never }, ['decideException']],

  // Timetable: a home school agrees or objects
  [{ admin: everywhere, coordinator: everywhere }, ['listAgreements']],
  [coordinators, ['getAgreement', 'agreeToDraft', 'objectToDraft', 'withdrawObjection']],

  // Timetable: what is published
  [{ admin: everywhere, teacher: 'yyff', student: 'ffnn', guardian: 'ffnn' }, ['showTeacherWeek']],
  [allInReach, ['showLesson', 'listFreeSlots', 'enterLesson']],
  [tutors, ['previewLessonMoveByHand', 'moveLesson', 'cancelLesson', 'takeBackLesson']],
  [{ ...tutors, student: inGroup, guardian: inGroup }, ['askReschedule']],
  // One lesson more: teachers in own courses, tutors in own groups.
  [{ ...tutors, teacher: inGroup }, ['listExtraCourses', 'listExtraTimes', 'addExtraLesson']],
  // Beside those whom it concerns, the coordinator of the student's home school follows it, and may have the last word.
  [
    { ...toEverybody(never), ...tutors, coordinator: inSchool, teacher: inGroup, student: ownOnly, guardian: ownOnly },
    ['showReschedule', 'listSlotsOfRequest'],
  ],
  [
    {
      ...toEverybody(never),
      ...tutors,
      coordinator: seenInSchool,
      teacher: seenInGroup,
      student: 'fnnn',
      guardian: 'fnnn',
    },
    ['confirmReschedule'],
  ],
  // Home schools are known by name; their policies are their coordinators'. Groups mix home schools.
  [
    { admin: everywhere, 'lead-tutor': everywhere, tutor: everywhere },
    ['listTeacherAbsences', 'listCannotJoin', 'getRequestNumbers'],
  ],
  // Teachers of own groups alone; lessons that are not theirs are not there either.
  [tutors, ['planTeacherAbsence', 'coverTeacherAbsence']],
  [{ admin: never, 'lead-tutor': never, tutor: never }, ['undoTeacherAbsence']],
  [adminAnd({ coordinator: everywhere }), ['listRequestPolicies']],
  // Norms say nothing of anybody: whoever composes for students of several home schools keeps them all.
  [
    { admin: everywhere, coordinator: everywhere, 'lead-tutor': everywhere, tutor: everywhere },
    ['listSchoolNorms', 'getSchoolNorms'],
  ],
  [
    adminAnd({ coordinator: 'yyyf' }),
    [
      ...['changeSchoolNorms', 'dropSchoolNorms'],
      ...['setSchoolRequestPolicy', 'setSilence', 'getHomeSchoolLessons', 'getHomeSchoolCsv', 'getHomeSchoolPdf'],
      ...['getHoursTemplate', 'previewHours', 'sendHours', 'previewClassHours', 'sendClassHours'],
    ],
  ],
  [allInReach, ['getGroupRequestPolicy', 'getGroupRoom']],
  [tutors, ['setGroupRequestPolicy', 'setGroupRoom']],
  [{ teacher: everywhere }, ['getMyRoom', 'setMyRoom']],
  [{ ...tutors, student: ownOnly, guardian: ownOnly }, ['proposeSlot', 'withdrawReschedule']],
  [{ teacher: inGroup }, ['answerReschedule', 'counterReschedule']],
  [toEverybody(everywhere), ['listFeeds', 'makeFeed']],
  // A feed is its maker's.
  [{ ...toEverybody(never), student: ownOnly }, ['revokeFeed']],
  // Staff bring together whom they see; families do not.
  [ofStaff(allInReach), ['findMeetingTimes', 'makeMeeting']],
  // A meeting of the tutor with the student: theirs, and the parents'.
  [{ ...toEverybody(never), tutor: inGroup, student: ownOnly, guardian: ownOnly }, ['showMeeting', 'enterMeeting']],
  [ofStaff({ ...toEverybody(never), tutor: inGroup }), ['listTimesOfMeeting', 'moveMeeting', 'cancelMeeting']],
  // Private messages: of those who take part, whatever else they reach. Each writes to whom they see.
  [toEverybody(everywhere), ['listConversations', 'listRecipients', 'searchMessages']],
  [
    {
      ...allInReach,
      admin: everywhere,
      // A teacher does not see the families of a course.
      teacher: never,
      student: ownOnly,
      guardian: ownOnly,
    },
    ['openConversation'],
  ],
  [
    { ...toEverybody(never), tutor: inGroup, guardian: ownOnly },
    [
      'showConversation',
      'listConversationChanges',
      'listEarlierMessages',
      'sendMessage',
      'markConversation',
      'listScheduledMessages',
      'scheduleMessage',
    ],
  ],
  [
    {
      ...{ admin: never, coordinator: never, head: never, 'lead-tutor': never, psychologist: never, teacher: never },
      tutor: inGroup,
    },
    ['settleConversation'],
  ],
  [{ ...toEverybody(never), tutor: inGroup }, ['takeBackScheduledMessage']],
  [{ ...planners, head: inSchool, psychologist: inSchool, teacher: inGroup }, ['showContactHistory']],
  [{ ...planners, psychologist: inSchool, teacher: inGroup }, ['noteCall']],
  [
    {
      ...planners,
      coordinator: everywhere,
      'lead-tutor': everywhere,
      tutor: everywhere,
      psychologist: everywhere,
      teacher: everywhere,
    },
    ['listReachable'],
  ],
  // The tutor wrote it.
  [{ ...toEverybody(never), tutor: inGroup, guardian: 'fnnn' }, ['editMessage', 'deleteMessage']],
  [{ ...toEverybody(never), tutor: inGroup, guardian: ownOnly }, ['openFamilyConversation']],
  [{ ...toEverybody(never), tutor: inGroup, teacher: inGroup }, ['openStaffConversation']],
  // Whoever has the address of a feed reads it.
  [toEverybody(everywhere), ['readFeed']],
  // Secret addresses, and a file, that nobody has.
  [toEverybody(never), ['readFile', 'showLink', 'useLink']],
];

/** The cells of one route for one role; undefined when nobody has thought about the route yet. */
export function expectedCells(operationId: string, role: Role): string | undefined {
  const [row] = rows.find(([, routes]) => routes.includes(operationId)) ?? [];
  return row && (row[role] ?? 'ffff');
}

/** Every route of the table. */
export const expectedRoutes = (): string[] => rows.flatMap(([, routes]) => routes);

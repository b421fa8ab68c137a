import type { Knex } from 'knex';
import { usualNorms } from '../../plugins/timetable/domain/norms/healthNorms.ts';
import type { TestApp } from '../harness/eachApp.ts';
import { feedHash } from './own.ts';

interface Of {
  readonly termId: string;
  readonly groupId: string;
  readonly courseId: string;
  readonly tutorId: string;
  readonly teacherId: string;
  readonly studentId: string;
}

interface Timetable {
  readonly draftId: string;
  readonly publicationId: string;
  readonly lessonId: string;
  readonly exceptionId: string;
  readonly compromiseId: string;
  readonly rescheduleId: string;
  readonly meetingId: string;
  readonly feedId: string;
  readonly agreementId: string;
  readonly objectionId: string;
}

const rules = { meetingRooms: null, lessonsADay: 7, lessonsInARow: null, teacherLessonsADay: null, breaks: [] };

let publications = 0;

/** One row of everything that the timetable keeps; ids without rows when the plugin is not installed. */
export async function makeTimetable({ app }: TestApp, of: Of): Promise<Timetable> {
  const made: Timetable = {
    draftId: app.newId(),
    publicationId: app.newId(),
    lessonId: app.newId(),
    exceptionId: app.newId(),
    compromiseId: app.newId(),
    rescheduleId: app.newId(),
    meetingId: app.newId(),
    feedId: app.newId(),
    agreementId: app.newId(),
    objectionId: app.newId(),
  };
  if (!hasTimetable(app)) return made;
  const now = app.clock();
  await app.database.write(async (trx) => {
    await insertDraft(trx, made, of, now);
    await insertAgreement(trx, made, of, now);
    await insertPublication(trx, made, of, now);
    await insertLesson(trx, made, of, now, { heldOn: '2026-09-14', courseNth: 1 });
  });
  return made;
}

async function insertDraft(trx: Knex, { draftId, compromiseId }: Timetable, of: Of, now: Date): Promise<void> {
  const { termId, groupId, courseId, tutorId, studentId } = of;
  const draft = { id: draftId, termId, name: 'Draft', seed: 1, rulesJson: JSON.stringify(rules), createdById: tutorId };
  const place = { draftId, groupId, weekday: 1, hourIndex: 1 };
  const accepted = {
    acceptedById: tutorId,
    acceptedAt: now,
    substituteKind: 'recording',
    substituteText: 'A recording',
  };
  await trx('timetable_draft').insert({ ...draft, createdAt: now });
  await trx('timetable_draft_group').insert({ draftId, groupId });
  await trx('timetable_draft_lesson').insert({ ...place, courseId, nth: 1 });
  await trx('timetable_compromise').insert({ ...place, ...accepted, id: compromiseId, studentId });
}

/** What the home school of the student was asked about the draft, and an objection of it. */
async function insertAgreement(
  trx: Knex,
  { draftId, agreementId, objectionId }: Timetable,
  { studentId, groupId, tutorId }: Of,
  now: Date,
): Promise<void> {
  const student: { homeSchoolId: string } | undefined = await trx('people_student')
    .where({ personId: studentId })
    .first('homeSchoolId');
  const asked = { askedById: tutorId, askedAt: now, answerByOn: '2026-09-30' };
  const objection = { agreementId, groupId, reason: 'Busy at home', raisedAt: now, state: 'open' };
  await trx('timetable_agreement').insert({ id: agreementId, draftId, homeSchoolId: student?.homeSchoolId, ...asked });
  const norms = { normsJson: JSON.stringify(usualNorms), revision: 1, changedById: tutorId, changedAt: now };
  await trx('timetable_school_norms')
    .insert({ homeSchoolId: student?.homeSchoolId, ...norms })
    .onConflict('homeSchoolId')
    .ignore();
  await trx('timetable_objection').insert({ id: objectionId, ...objection });
}

async function insertPublication(
  trx: Knex,
  { publicationId, exceptionId, draftId }: Timetable,
  of: Of,
  now: Date,
): Promise<void> {
  const { termId, groupId, courseId, tutorId } = of;
  const counts = JSON.stringify({ kept: 0, moved: 0, cancelled: 0, added: 1 });
  const held = { number: ++publications, effectiveOn: '2026-09-14', state: 'published', publishedById: tutorId };
  const from = { draftId, fingerprint: '0'.repeat(64), countsJson: counts, startedAt: now, publishedAt: now };
  const exception = { id: exceptionId, publicationId, groupId, courseId, nth: 1, heldOn: '2026-09-21' };
  const proposal = { failuresJson: '[]', proposalJson: JSON.stringify({ kind: 'cancel' }) };
  await trx('timetable_publication').insert({ id: publicationId, termId, ...held, ...from });
  await trx('timetable_publication_group').insert({ publicationId, groupId });
  await trx('timetable_exception').insert({ ...exception, ...proposal, startsTime: '08:00' });
}

/** A lesson, with what is one student's alone: a request about it, and a feed. */
async function insertLesson(
  trx: Knex,
  { publicationId, lessonId, rescheduleId, meetingId, feedId }: Lesson,
  { groupId, courseId, teacherId, studentId, tutorId }: Omit<Of, 'termId'>,
  now: Date,
  { heldOn, courseNth }: { readonly heldOn: string; readonly courseNth: number },
): Promise<void> {
  const [startsAt, endsAt] = [new Date(`${heldOn}T06:00:00Z`), new Date(`${heldOn}T06:40:00Z`)];
  const lesson = { id: lessonId, publicationId, groupId, courseId, teacherId, courseNth, weekOn: '2026-09-14' };
  const time = { heldOn, startsAt, endsAt, zone: 'Europe/Madrid', changedAt: now };
  const asked = {
    askedById: studentId,
    forPersonId: studentId,
    teacherId,
    reason: 'Dentist',
    state: 'asked',
    askedAt: now,
  };
  const was = { fromHeldOn: heldOn, fromStartsAt: startsAt, fromEndsAt: endsAt };
  // Its time is nobody's, so that whoever moves it is in nobody's way.
  const taken = [lessonId, meetingId].map((sourceId) => ({ id: uuidOf(sourceId), sourceId, startsAt, endsAt }));
  await trx('calendar_commitment').insert(taken.map((one) => ({ ...one, sourcePlugin: 'timetable' })));
  await trx('timetable_lesson').insert({ ...lesson, ...time, state: 'planned', commitmentId: uuidOf(lessonId) });
  await trx('timetable_reschedule').insert({ id: rescheduleId, lessonId, ...asked, ...was });
  const meeting = {
    id: meetingId,
    title: 'Meeting',
    startsAt,
    endsAt,
    zone: time.zone,
    commitmentId: uuidOf(meetingId),
  };
  await trx('timetable_meeting').insert({ ...meeting, madeById: tutorId, madeAt: now, changedAt: now });
  await trx('timetable_meeting_person').insert([tutorId, studentId].map((personId) => ({ meetingId, personId })));
  await trx('timetable_feed').insert({
    id: feedId,
    ownerId: studentId,
    aboutId: studentId,
    tokenHash: feedHash(feedId),
    madeAt: now,
  });
}

type Lesson = Pick<Timetable, 'publicationId' | 'lessonId' | 'rescheduleId' | 'meetingId' | 'feedId'>;

/** Another lesson of the same publication, about which another student asks. */
export async function makeLesson(
  { app }: TestApp,
  of: Omit<Of, 'termId'> & Pick<Timetable, 'publicationId'>,
): Promise<Omit<Lesson, 'publicationId'>> {
  const made = { lessonId: app.newId(), rescheduleId: app.newId(), meetingId: app.newId(), feedId: app.newId() };
  if (hasTimetable(app))
    await app.database.write((trx) =>
      insertLesson(trx, { ...of, ...made }, of, app.clock(), { heldOn: '2026-09-15', courseNth: 2 }),
    );
  return made;
}

const hasTimetable = ({ loaded }: TestApp['app']): boolean =>
  loaded.some(({ plugin }) => plugin.ref.plugin === 'timetable');

/** Another id, for the commitment of a thing. */
const uuidOf = (id: string): string => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;

import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { LinkKind } from '../../../server/links/api.ts';
import type { MailKind } from '../../../server/mail/api.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import { needsCoordinator, ownerOf } from '../domain/reschedule/policy.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { rescheduleAnswered, rescheduleAsked, rescheduleDue, rescheduleLost } from '../events.ts';
import { proposalOf } from '../links/consentLink.ts';
import type { ConsentMail } from '../mail/consentMail.ts';
import { coordinatorsOf } from '../queries/coordinatorsOf.ts';
import { slotsOfRequest } from '../queries/listFreeSlots.ts';
import { namesOf } from '../queries/names.ts';
import { policiesFor } from '../queries/policyOf.ts';
import { lessonById } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { rescheduleById } from '../store/reschedules.ts';
import { chainOf, tellChain } from './tellChain.ts';
import { type Recipient, tellEach } from './tellEach.ts';

interface Consent {
  readonly link: LinkKind;
  readonly mail: MailKind<ConsentMail>;
}

/** Tells those who have to go on with a request, and those who wait for its answer. */
export const tellRequest = (apis: Apis, consent: Consent): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.tell-asked',
    to: rescheduleAsked,
    run: async (scope, { actorId, payload: { rescheduleId, groupId, revision } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      // Whoever was quicker has told already.
      if (!request || request.revision !== revision) return;
      await apis.links.revoke(scope, consent.link, proposalOf(request));
      if (request.state === 'proposed') await askTeachers(apis, scope, consent, request, actorId);
      if (request.state === 'agreed' || request.state === 'asked')
        await tell(
          apis,
          scope,
          request,
          `timetable.reschedule-${request.isCountered ? 'countered' : request.state}`,
          actorId,
          await ownersOf(apis, scope, request, groupId),
        );
    },
  }),
  defineReaction({
    id: 'timetable.tell-due',
    to: rescheduleDue,
    run: async (scope, { payload: { rescheduleId, groupId, revision, what } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      if (!request || request.revision !== revision) return;
      const people =
        what === 'reminded'
          ? await ownersOf(apis, scope, request, groupId)
          : await coordinatorsOf(apis, scope, request.forPersonId);
      await tell(apis, scope, request, `timetable.reschedule-${what}`, '', people);
    },
  }),
  defineReaction({
    id: 'timetable.tell-answered',
    to: rescheduleAnswered,
    run: async (scope, { actorId, payload: { rescheduleId, answer, revision } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      // That one lesson moved is told to everybody by the lesson itself.
      if (answer === 'confirmed' && (await chainOf(scope, { rescheduleId })) && request)
        await tellChain(apis, scope, request, actorId);
      if (!request || request.revision !== revision) return;
      await apis.links.revoke(scope, consent.link, proposalOf(request));
      if (answer === 'confirmed') return;
      const parts = await partsOf(scope.db, [request.id]);
      const people = [request.askedById, request.forPersonId, request.teacherId];
      await tell(apis, scope, request, `timetable.reschedule-${answer}`, actorId, people);
      for (const part of parts.filter(({ nth, teacherId }) => nth > 1 && !people.includes(teacherId)))
        await tell(apis, scope, request, 'timetable.reschedule-chain-ended', actorId, [part.teacherId], {
          making: part.lessonId,
        });
    },
  }),
  defineReaction({
    id: 'timetable.tell-lost',
    to: rescheduleLost,
    run: async (scope, { payload: { rescheduleId, groupId, revision, why, startsAt, teacherId, makingRoom } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      if (!request || request.revision !== revision) return;
      const lost = { ...request, startsAt: new Date(startsAt) };
      await apis.links.revoke(scope, consent.link, proposalOf(lost));
      // Until somebody else holds the lesson nobody can be asked for another time.
      const free = why === 'left' ? [] : await freeTimesOf(apis, scope, request);
      const people = [...(await ownersOf(apis, scope, request, groupId)), request.askedById, request.forPersonId];
      const lostKind = `timetable.reschedule-lost${free.length > 0 ? '' : '-none'}` as const;
      const kind = why === 'left' ? 'timetable.reschedule-left' : lostKind;
      await tell(apis, scope, lost, kind, '', [...people, teacherId], { free });
      for (const { lessonId, teacherId: other } of makingRoom.filter((one) => !people.includes(one.teacherId)))
        await tell(apis, scope, lost, 'timetable.reschedule-chain-ended', '', [other], {
          making: lessonId,
        });
    },
  }),
];

/** So many new times are named with the news that the one proposed is gone. */
const timesNamed = 3;

/** The best times left at which everybody can. */
async function freeTimesOf(apis: Apis, scope: WriteScope, request: Reschedule): Promise<readonly Date[]> {
  const { items } = await slotsOfRequest(apis, scope, request);
  return items
    .filter(({ reasons }) => reasons.some(({ kind }) => kind === 'all-can-attend'))
    .slice(0, timesNamed)
    .map(({ startsAt }) => new Date(startsAt));
}

/** Whose turn it is. */
async function ownersOf(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  groupId: string,
): Promise<readonly string[]> {
  const parts = await partsOf(scope.db, [request.id]);
  const waiting = parts.filter(({ isAgreed }) => !isAgreed).map(({ teacherId }) => teacherId);
  const owner = ownerOf(request.state, await isCoordinators(apis, scope, request, parts));
  if (owner === 'teacher') return waiting;
  if (owner === 'coordinator') return coordinatorsOf(apis, scope, request.forPersonId);
  const tutors = await apis.school.tutorsOf(scope, [groupId]);
  const families = request.isCountered && request.isSettledAhead ? [request.askedById] : [];
  return [...tutors.map(({ personId }) => personId), ...families];
}

async function isCoordinators(
  apis: Apis,
  scope: WriteScope,
  { forPersonId }: Reschedule,
  parts: readonly ReschedulePart[],
): Promise<boolean> {
  return needsCoordinator((await policiesFor(apis, scope, [forPersonId]))(forPersonId), parts.length);
}

/** Each teacher is told of the own lesson, in the product and by a mail that can be answered without signing in. */
async function askTeachers(
  apis: Apis,
  scope: WriteScope,
  { link, mail }: Consent,
  request: Reschedule,
  actorId: string,
): Promise<void> {
  const parts = (await partsOf(scope.db, [request.id])).filter(({ isAgreed }) => !isAgreed);
  const teachers = [...new Set(parts.map(({ teacherId }) => teacherId))];
  for (const teacherId of teachers) {
    const [own] = parts.filter((part) => part.teacherId === teacherId);
    await tell(
      apis,
      scope,
      request,
      `timetable.reschedule-${own?.nth === 1 ? 'proposed' : 'chain'}`,
      actorId,
      [teacherId],
      own ? { own } : {},
    );
  }
  await mailTeachers(apis, scope, { link, mail }, request, teachers);
}

/** Those who want notices by mail get one with buttons. */
async function mailTeachers(
  apis: Apis,
  scope: WriteScope,
  { link, mail }: Consent,
  request: Reschedule,
  teachers: readonly string[],
): Promise<void> {
  const { dueAt } = request;
  if (!apis.mail.isOn || !apis.notify || !dueAt) return;
  for (const personId of await apis.notify.mailedAmong(scope, 'timetable.reschedule-proposed', teachers)) {
    const linkId = await apis.links.make(scope, link, { personId, subject: proposalOf(request), expiresAt: dueAt });
    const dedupeKey = `consent:${request.id}:${request.revision}:${personId}`;
    await apis.mail.send(scope, mail, [{ to: { personId }, data: { rescheduleId: request.id, linkId }, dedupeKey }]);
  }
}

interface About {
  /** The teacher's own lesson, of which a mail with buttons tells as well. */
  readonly own?: ReschedulePart;
  /** A lesson that was to make room. */
  readonly making?: string;
  readonly free?: readonly Date[];
}

async function tell(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  kind: `${string}.${string}`,
  actorId: string,
  personIds: readonly string[],
  { own, making, free = [] }: About = {},
): Promise<void> {
  const lesson = await lessonById(scope.db, own?.lessonId ?? making ?? request.lessonId);
  if (!lesson) return;
  const names = await namesOf(apis, scope.db, { people: [request.forPersonId], courses: [lesson.courseId] });
  const course = names.course(lesson.courseId);
  // Who only makes room is not told whose wish it is.
  const isNamed = making === undefined && (!own || own.nth === 1);
  const recipients = [...new Set(personIds)]
    .filter((personId) => personId !== actorId)
    .map((personId): Recipient => {
      const isAboutAnother = personId !== request.forPersonId && request.forPersonId !== request.teacherId;
      return { personId, aboutId: isNamed && isAboutAnother ? request.forPersonId : null };
    });
  const startsAt = own?.startsAt ?? request.startsAt;
  const from = own?.fromStartsAt ?? (making === undefined ? request.fromStartsAt : lesson.startsAt);
  await tellEach(apis, scope, recipients, (_, { language, zone }) => ({
    kind,
    params: {
      subject: course?.subjectName ?? '',
      group: course?.groupName ?? '',
      name: isNamed ? names.person(request.forPersonId) : '',
      from: timeText(from, language, zone),
      to: startsAt ? timeText(startsAt, language, zone) : '',
      until: request.dueAt ? timeText(request.dueAt, language, zone) : '',
      ...(free.length > 0 ? { free: free.map((at) => timeText(at, language, zone)).join('; ') } : {}),
    },
    link: making === undefined ? `/requests/${request.id}` : `/timetable?lesson=${making}`,
    // Teachers get a mail with buttons.
    ...(own ? { isMailedApart: true } : {}),
    dedupeKey: `reschedule:${request.id}:${request.revision}`,
  }));
}

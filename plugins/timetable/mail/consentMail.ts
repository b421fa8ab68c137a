import { z } from 'zod';
import { defineLateMail, type MailKind } from '../../../server/mail/api.ts';
import type { Apis } from '../apis.ts';
import { namesOf } from '../queries/names.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { rescheduleById } from '../store/reschedules.ts';

const ConsentMail = z.strictObject({ rescheduleId: z.uuid(), linkId: z.uuid() });
export type ConsentMail = z.infer<typeof ConsentMail>;

/** Asks a teacher by mail whether a lesson may move, with buttons that work without signing in. Names no child and no reason. */
export const consentMail = (apis: () => Apis): MailKind<ConsentMail> =>
  defineLateMail({
    id: 'timetable.consent',
    data: ConsentMail,
    sample: {
      rescheduleId: '01900000-0000-7000-8000-000000000001',
      linkId: '01900000-0000-7000-8000-000000000002',
    },
    sampleValues: {
      subject: 'Física',
      group: '7A',
      from: '2026-09-08T08:00:00.000Z',
      to: '2026-09-09T10:00:00.000Z',
      until: '2026-09-07T10:00:00.000Z',
      agree: '/link/0?choose=agree',
      decline: '/link/0?choose=decline',
      request: '/requests/0',
    },
    valuesOf: async (scope, { personId }, { rescheduleId, linkId }) => {
      const { links } = apis();
      const path = await links.pathOf(scope.db, linkId, scope.now);
      const request = await rescheduleById(scope.db, rescheduleId);
      const parts = await partsOf(scope.db, [rescheduleId]);
      const mine = parts.find(({ teacherId, isAgreed }) => teacherId === personId && !isAgreed);
      if (!path || request?.state !== 'proposed' || !mine || !request.dueAt) return undefined;
      const [lesson] = await lessonsByIds(scope.db, [mine.lessonId]);
      const courseId = lesson?.courseId ?? '';
      const course = (await namesOf(apis(), scope.db, { people: [], courses: [courseId] })).course(courseId);
      return {
        subject: course?.subjectName ?? '',
        group: course?.groupName ?? '',
        from: mine.fromStartsAt.toISOString(),
        to: mine.startsAt.toISOString(),
        until: request.dueAt.toISOString(),
        agree: `${path}?choose=agree`,
        decline: `${path}?choose=decline`,
        request: `/requests/${rescheduleId}`,
      };
    },
    // Nobody is asked at night, unless the answer is due before the morning.
    extrasOf: async (scope, { personId }, { rescheduleId }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      const until = (await apis().notify?.quietAmong(scope, [personId]))?.get(personId);
      return until && request?.dueAt && until < request.dueAt ? { waitUntil: until } : {};
    },
  });

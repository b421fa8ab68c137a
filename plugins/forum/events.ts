import { z } from 'zod';
import { defineEvent } from '../../server/events/event.ts';

const id = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';

/** Somebody wrote in a topic. */
export const postWritten = defineEvent({
  name: 'forum.post-written',
  payload: z.object({ postId: z.uuid(), topicId: z.uuid() }),
  sample: { postId: id, topicId: other },
  streamOf: ({ topicId }) => topicId,
});

/** A post was reported to those who keep order. */
export const postReported = defineEvent({
  name: 'forum.post-reported',
  payload: z.object({ reportId: z.uuid(), topicId: z.uuid() }),
  sample: { reportId: id, topicId: other },
  streamOf: ({ topicId }) => topicId,
});

/** A weekly note stands in a student's progress thread. */
export const notePosted = defineEvent({
  name: 'forum.note-posted',
  payload: z.object({ postId: z.uuid(), studentId: z.uuid() }),
  sample: { postId: id, studentId: other },
  streamOf: ({ studentId }) => studentId,
});

/** A letter went to people of a group. */
export const mailingSent = defineEvent({
  name: 'forum.mailing-sent',
  payload: z.object({ mailingId: z.uuid() }),
  sample: { mailingId: id },
  streamOf: ({ mailingId }) => mailingId,
});

/** Somebody who keeps order hid a post, or put it back. */
export const postModerated = defineEvent({
  name: 'forum.post-moderated',
  payload: z.object({ postId: z.uuid(), topicId: z.uuid(), isHidden: z.boolean() }),
  sample: { postId: id, topicId: other, isHidden: true },
  streamOf: ({ topicId }) => topicId,
});

/** What became of reports of a post. */
export const reportsDecided = defineEvent({
  name: 'forum.reports-decided',
  payload: z.object({ postId: z.uuid(), topicId: z.uuid(), outcome: z.enum(['hidden', 'kept']) }),
  sample: { postId: id, topicId: other, outcome: 'hidden' as const },
  streamOf: ({ topicId }) => topicId,
});

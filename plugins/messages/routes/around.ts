import { ofStudentInPath } from '../../../server/audit/about.ts';
import { fileNotYours, fileUnknown } from '../../../server/files/api.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { noteCall } from '../commands/noteCall.ts';
import { listScheduled, scheduleMessage, takeBackScheduled } from '../commands/schedule.ts';
import { audienceToWrite } from '../commands/sendMessage.ts';
import { noteCalls, readContacts, writeMessages } from '../permissions.ts';
import {
  conversationUnknown,
  notOfFamily,
  onlyReading,
  replyElsewhere,
  scheduledUnknown,
  sendTimePast,
} from '../problems.ts';
import { contactHistory } from '../queries/contacts.ts';
import { listReachable } from '../queries/reachable.ts';
import { listRecipients } from '../queries/recipients.ts';
import { searchMessages } from '../queries/searchMessages.ts';
import {
  CallView,
  ContactHistory,
  ContactsQuery,
  FoundPage,
  NewCall,
  NewScheduled,
  ReachableList,
  RecipientList,
  RecipientsQuery,
  ScheduledList,
  ScheduledPath,
  ScheduledView,
  SearchQuery,
  StudentPath,
  ThreadPath,
} from '../schemas.ts';

/** What stands around conversations: whom to write to, finding, sending later, and the log of calls. */
export const aroundRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/messages/recipients',
    operationId: 'listRecipients',
    summary: 'People to whom the reader may begin to write, by a part of their name.',
    permission: writeMessages,
    query: RecipientsQuery,
    output: RecipientList,
    handle: (scope, { query }) => listRecipients(apis, scope, query),
  }),
  defineRead({
    path: '/messages/search',
    operationId: 'searchMessages',
    summary: 'Messages of the reader’s conversations with all words of a question, the newest first.',
    permission: writeMessages,
    query: SearchQuery,
    output: FoundPage,
    handle: (scope, { query }) => searchMessages(apis, scope, query),
  }),
  defineRead({
    path: '/messages/threads/:threadId/scheduled',
    operationId: 'listScheduledMessages',
    summary: 'The reader’s own messages that wait for their time.',
    permission: writeMessages,
    params: ThreadPath,
    output: ScheduledList,
    problems: [conversationUnknown],
    handle: (scope, { params }) => listScheduled(apis, scope, params.threadId),
  }),
  defineWrite({
    method: 'post',
    path: '/messages/threads/:threadId/scheduled',
    operationId: 'scheduleMessage',
    summary: 'Keeps a message until its time; whether it may be sent is asked again then.',
    permission: writeMessages,
    params: ThreadPath,
    body: NewScheduled,
    output: ScheduledView,
    problems: [conversationUnknown, onlyReading, replyElsewhere, fileUnknown, fileNotYours, sendTimePast],
    prepare: (scope, { params }) => audienceToWrite(apis, scope, params.threadId),
    handle: (scope, { body }, audience) => scheduleMessage(apis, scope, audience, body),
  }),
  defineWrite({
    method: 'delete',
    path: '/messages/scheduled/:scheduledId',
    operationId: 'takeBackScheduledMessage',
    summary: 'Takes back one’s own message that waits for its time.',
    permission: writeMessages,
    params: ScheduledPath,
    output: ScheduledView,
    problems: [scheduledUnknown],
    handle: (scope, { params }) => takeBackScheduled(apis, scope, params.scheduledId),
  }),
  defineRead({
    path: '/messages/reachable',
    operationId: 'listReachable',
    summary: 'Students of whom the reader may note calls, by a part of their name, and when somebody was last reached.',
    permission: noteCalls,
    about: { what: 'messages.contacts-seen', whose: (_asked, { items }) => items.map(({ id }) => id) },
    query: RecipientsQuery,
    output: ReachableList,
    handle: (scope, { query }) => listReachable(apis, scope, query),
  }),
  defineRead({
    path: '/messages/students/:studentId/contacts',
    operationId: 'showContactHistory',
    summary: 'Calls and visits about a student, and when somebody was last reached.',
    permission: readContacts,
    params: StudentPath,
    query: ContactsQuery,
    output: ContactHistory,
    about: ofStudentInPath('messages.contacts-seen'),
    handle: (scope, { params, query }) => contactHistory(apis, scope, params.studentId, query),
  }),
  defineWrite({
    method: 'post',
    path: '/messages/students/:studentId/calls',
    operationId: 'noteCall',
    summary: 'Notes a call or a visit, or an attempt, which is no contact.',
    permission: noteCalls,
    params: StudentPath,
    body: NewCall,
    output: CallView,
    problems: [notOfFamily],
    about: ofStudentInPath('messages.call-noted'),
    handle: (scope, { params, body }) => noteCall(apis, scope, params.studentId, body),
  }),
];

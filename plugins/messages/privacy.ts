import { goesWithPerson, staysWithoutName, type TablePrivacy } from '../../server/host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfMessages: readonly TablePrivacy[] = [
  staysWithoutName('messages_thread', {
    of: [
      'about_id',
      'created_by_id',
      { column: 'id', through: { table: 'messages_member', key: 'thread_id', owner: 'person_id' } },
    ],
    why: 'A conversation belongs to all who take part; it holds no words itself.',
    blanked: {},
    told: 'kind created_at last_message_at asked_at',
    untold: 'id about_id same_key is_supervised is_guarded created_by_id last_seq told_seq',
  }),
  staysWithoutName('messages_member', {
    of: ['person_id'],
    why: 'Who takes part in a conversation; the others keep it.',
    blanked: {},
    told: 'joined_at',
    untold: 'thread_id person_id',
  }),
  staysWithoutName('messages_message', {
    of: ['author_id'],
    why: 'What somebody wrote. The words go with their author; the place in the conversation stays, so that the answers make sense.',
    blanked: { text: '', urgent_reason: null },
    told: 'sent_at edited_at deleted_at',
    untold: 'id thread_id author_id client_id seq changed_seq reply_to_id has_files',
  }),
  goesWithPerson('messages_mark', {
    of: ['person_id'],
    why: 'How far somebody has read.',
    told: 'read_seq delivered_seq',
    untold: 'thread_id person_id',
  }),
  goesWithPerson('messages_scheduled', {
    of: ['author_id'],
    why: 'What somebody wants to be sent later; it goes with them unsent.',
    told: 'text send_at created_at is_refused',
    untold: 'id thread_id author_id client_id reply_to_id',
  }),
  staysWithoutName('messages_call', {
    of: ['student_id', 'with_id'],
    why: 'Calls and visits of staff about a student. The words go with the student and with whom it was talked to; that and when there was contact is the school’s own record.',
    blanked: { agreed: '', next_step: '' },
    told: 'how is_contact next_on happened_at noted_at',
    untold: 'id student_id with_id noted_by_id client_id',
  }),
];

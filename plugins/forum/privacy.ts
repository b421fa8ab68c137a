import { aboutNobody, goesWithPerson, staysWithoutName, type TablePrivacy } from '../../server/host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfForum: readonly TablePrivacy[] = [
  staysWithoutName('forum_board', {
    of: ['made_by_id'],
    why: 'A board; whose it is follows from the group, course or student that it belongs to.',
    blanked: { made_by_id: null },
    told: 'kind made_at',
    untold: 'id name group_id subgroup_id course_id student_id only_one may_student_read',
  }),
  goesWithPerson('forum_guest', {
    of: ['person_id'],
    why: 'Who was invited to a board by name.',
    told: 'invited_at',
    untold: 'board_id person_id invited_by_id',
  }),
  staysWithoutName('forum_topic', {
    of: ['author_id'],
    why: 'A conversation of several people outlasts the one who began it.',
    blanked: { author_id: null, title: '–' },
    told: 'made_at',
    untold: 'id board_id is_pinned is_closed revision last_number last_sequence active_at',
  }),
  staysWithoutName('forum_post', {
    of: ['author_id'],
    why: 'Its place stays, so that the answers of others can be followed; its words go with the author.',
    blanked: { author_id: null, text: '', hidden_why: null },
    told: 'posted_at edited_at',
    untold: 'id topic_id number sequence client_id deleted_at hidden_at is_note',
  }),
  goesWithPerson('forum_edit', {
    of: [{ column: 'post_id', through: { table: 'forum_post', key: 'id', owner: 'author_id' } }],
    why: 'What a post said before it was edited.',
    told: 'text replaced_at',
    untold: 'id post_id',
  }),
  goesWithPerson('forum_reaction', {
    of: ['person_id'],
    why: 'A sign under a post.',
    told: 'sign',
    untold: 'post_id person_id',
  }),
  aboutNobody(
    'forum_poll',
    'A question with answers to choose from.',
    'topic_id question options_json is_multiple closed_at',
  ),
  goesWithPerson('forum_vote', {
    of: ['person_id'],
    why: 'What somebody chose in a poll; others see only how many chose it.',
    told: 'option',
    untold: 'topic_id person_id',
  }),
  goesWithPerson('forum_reading', {
    of: ['person_id'],
    why: 'How far somebody has read a topic.',
    told: 'read_at',
    untold: 'topic_id person_id read_number',
  }),
  goesWithPerson('forum_subscription', {
    of: ['person_id'],
    why: 'Whether somebody wants to hear of answers.',
    told: 'is_on',
    untold: 'topic_id person_id',
  }),
  staysWithoutName('forum_report', {
    of: ['reporter_id'],
    why: 'Why a post was reported and what was decided; the school answers for minors’ safety.',
    blanked: { reporter_id: null, reason: '–' },
    told: 'reported_at outcome',
    untold: 'id post_id decided_at decided_by_id',
  }),
  staysWithoutName('forum_note', {
    of: ['student_id'],
    why: 'What a tutor added to a weekly note about a student.',
    blanked: { remark: '' },
    told: 'week_on written_at',
    untold: 'id student_id revision written_by_id post_id',
  }),
  goesWithPerson('forum_receipt', {
    of: ['person_id'],
    why: 'Who was asked to confirm that they read a note, and when they did.',
    told: 'asked_at confirmed_at',
    untold: 'post_id person_id',
  }),
  staysWithoutName('forum_material', {
    of: ['added_by_id'],
    why: 'What a group learns from; it is of the group, and who put it there goes with that person.',
    blanked: { added_by_id: null },
    told: 'title added_at',
    untold: 'id group_id course_id text',
  }),
  staysWithoutName('forum_mailing', {
    of: ['sent_by_id'],
    why: 'A letter to many, without their names; who sent it goes with that person.',
    blanked: { sent_by_id: null },
    told: 'title sent_at',
    untold: 'id group_id text',
  }),
  goesWithPerson('forum_letter', {
    of: ['person_id', 'student_id'],
    why: 'A letter to somebody, about their child or themselves, and whether it was read.',
    told: 'text opened_at confirmed_at',
    untold: 'id mailing_id person_id student_id help_id',
  }),
  goesWithPerson('forum_pack', {
    of: ['student_id'],
    why: 'What was printed for a student without internet, and whether it came back.',
    told: 'note made_at handed_at returned_at',
    untold: 'id student_id group_id material_ids_json made_by_id',
  }),
];

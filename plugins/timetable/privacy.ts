import { aboutNobody, goesWithPerson, staysWithoutName, type TablePrivacy } from '../../server/host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfTimetable: readonly TablePrivacy[] = [
  aboutNobody(
    'timetable_draft',
    'A timetable in the making.',
    'id term_id name state revision seed rules_json base_publication_id solving_job_id created_by_id created_at',
  ),
  aboutNobody(
    'timetable_health_norms',
    'What the school wants of every timetable for the sake of health.',
    'id norms_json revision changed_by_id changed_at',
  ),
  aboutNobody(
    'timetable_school_norms',
    'What a home school wants of every timetable of its students for the sake of health.',
    'home_school_id norms_json revision changed_by_id changed_at',
  ),
  aboutNobody('timetable_draft_group', 'Which groups a draft is for.', 'draft_id group_id'),
  aboutNobody(
    'timetable_draft_lesson',
    'Where a draft puts a lesson.',
    'draft_id group_id course_id nth weekday hour_index is_locked',
  ),
  aboutNobody(
    'timetable_draft_step',
    'What was done to a draft, so that it can be undone.',
    'draft_id revision kind made_by_id made_at job_id before_json after_json is_undone undone_revision',
  ),
  staysWithoutName('timetable_compromise', {
    of: ['student_id'],
    why: 'Which lessons somebody misses by agreement, and what replaces them.',
    blanked: { substitute_text: '–' },
    told: 'group_id course_id weekday hour_index state accepted_at substitute_kind withdrawn_at',
    untold: 'id draft_id nth student_id accepted_by_id withdrawn_by_id',
  }),
  aboutNobody('timetable_room_pool', 'How many meetings can be held at once.', 'id capacity'),
  aboutNobody(
    'timetable_publication',
    'What was published and when.',
    'id term_id number effective_on state draft_id fingerprint counts_json job_id published_by_id started_at published_at',
  ),
  aboutNobody('timetable_publication_group', 'Which groups it was published for.', 'publication_id group_id'),
  aboutNobody(
    'timetable_publication_unit',
    'Parts of a publication on the way.',
    'publication_id number changes_json is_applied',
  ),
  aboutNobody(
    'timetable_publication_change',
    'What a publication changes.',
    `publication_id lesson_id kind group_id course_id subgroup_id course_nth week_on from_held_on from_starts_at
     from_ends_at from_teacher_id held_on starts_at ends_at teacher_id zone is_new is_by_hand commitment_id join_url
     problems_json`,
  ),
  aboutNobody(
    'timetable_pattern',
    'The week that was published.',
    'publication_id group_id course_id subgroup_id teacher_id nth weekday hour_index starts_time minutes',
  ),
  aboutNobody(
    'timetable_exception',
    'Days on which the week does not hold.',
    `id publication_id group_id course_id nth held_on starts_time failures_json proposal_json decision_json
     decided_by_id decided_at`,
  ),
  staysWithoutName('timetable_lesson', {
    of: ['teacher_id'],
    why: 'Lessons; who was taught follows from the group.',
    blanked: {},
    told: 'group_id course_id held_on starts_at ends_at state',
    untold: `id publication_id subgroup_id teacher_id course_nth week_on zone is_by_hand sequence revision
     commitment_id join_url pending_publication_id changed_at`,
  }),
  staysWithoutName('timetable_excuse', {
    of: ['student_id'],
    why: 'Who is excused from which lesson, and what replaces it.',
    blanked: { substitute_text: '–' },
    told: 'lesson_id substitute_kind accepted_at',
    untold: 'id student_id accepted_by_id publication_id ended_publication_id',
  }),
  staysWithoutName('timetable_lesson_change', {
    of: [
      'by_person_id',
      { column: 'reschedule_id', through: { table: 'timetable_reschedule', key: 'id', owner: 'for_person_id' } },
    ],
    why: 'What became of a lesson, by whom and why.',
    blanked: { reason: null },
    told: 'what happened_at from_held_on held_on',
    untold: `id lesson_id from_starts_at from_ends_at from_teacher_id starts_at ends_at teacher_id by_person_id
     publication_id reschedule_id revision is_by_hand_before`,
  }),
  staysWithoutName('timetable_reschedule', {
    of: ['for_person_id', 'asked_by_id'],
    why: 'Who asked for a lesson to be held at another time, and what came of it; the reason goes with the person.',
    blanked: { reason: '–', wish: null, windows_json: '[]' },
    told: 'kind reason_kind state asked_at ended_at from_held_on from_starts_at held_on starts_at',
    untold: `id lesson_id is_for_group asked_by_id for_person_id teacher_id from_ends_at ends_at due_at remind_at escalate_at
     is_settled_ahead is_countered new_lesson_id revision`,
  }),
  staysWithoutName('timetable_reschedule_step', {
    of: [
      'by_person_id',
      { column: 'reschedule_id', through: { table: 'timetable_reschedule', key: 'id', owner: 'for_person_id' } },
    ],
    why: 'What was said and done about such a request.',
    blanked: { note: null },
    told: 'what happened_at starts_at ends_at',
    untold: 'reschedule_id number by_person_id',
  }),
  aboutNobody(
    'timetable_reschedule_part',
    'Which lessons a proposal moves and whether their teachers agreed; the steps tell whose consent it was.',
    `reschedule_id nth lesson_id teacher_id from_held_on from_starts_at from_ends_at held_on starts_at ends_at hold_id
     is_agreed`,
  ),
  goesWithPerson('timetable_room_choice', {
    of: ['teacher_id'],
    why: 'Where a teacher, or a group, holds lessons.',
    told: 'provider link',
    untold: 'id group_id teacher_id revision',
  }),
  // Before the meetings, so that it is erased after them: only by these rows are the meetings of a person found.
  goesWithPerson('timetable_meeting_person', {
    of: ['person_id'],
    why: 'Who is invited to a meeting.',
    told: 'meeting_id is_expected',
    untold: 'person_id',
  }),
  staysWithoutName('timetable_meeting', {
    of: [
      'made_by_id',
      { column: 'id', through: { table: 'timetable_meeting_person', key: 'meeting_id', owner: 'person_id' } },
    ],
    why: 'Who met when; what it was about goes with any of the people.',
    blanked: { title: '–', own_link: null },
    told: 'starts_at ends_at state',
    untold: 'id zone sequence revision commitment_id made_by_id made_at changed_at',
  }),
  goesWithPerson('timetable_cannot_join', {
    of: ['person_id'],
    why: 'Lessons to come for which somebody cannot be online; made anew whenever their hours change.',
    told: 'course_id lessons found_at',
    untold: 'id person_id group_id first_lesson_id',
  }),
  staysWithoutName('timetable_teacher_absence', {
    of: ['teacher_id'],
    why: 'Days on which a teacher was away and lessons were given to others; no reason is kept.',
    blanked: {},
    told: 'from_on until_on',
    untold: 'id teacher_id made_by_id made_at undone_at',
  }),
  aboutNobody(
    'timetable_teacher_absence_lesson',
    'What became of the lessons of an absent teacher.',
    'absence_id lesson_id what revision',
  ),
  staysWithoutName('timetable_extra_lesson', {
    of: ['for_person_id'],
    why: 'Lessons that are held once more, and for whom; of an erased student nothing but the id is left.',
    blanked: {},
    told: 'lesson_id made_at',
    untold: 'for_person_id instead_of_id made_by_id',
  }),
  aboutNobody(
    'timetable_school_policy',
    'What a home school wants of requests for another time.',
    'home_school_id notice_hours most_per_term coordinator_for revision',
  ),
  aboutNobody(
    'timetable_agreement_policy',
    'What the silence of a home school means when it is asked about a draft.',
    'home_school_id silence_days revision',
  ),
  aboutNobody(
    'timetable_group_policy',
    'Whether the teacher’s consent is enough in a group.',
    'group_id is_teacher_enough revision',
  ),
  goesWithPerson('timetable_feed', {
    of: ['owner_id', 'about_id'],
    why: 'Secret addresses of calendars, as hashes.',
    told: 'made_at revoked_at',
    untold: 'id owner_id about_id token_hash',
  }),
  staysWithoutName('timetable_agreement', {
    of: ['answered_by_id', 'asked_by_id'],
    why: 'Whether a home school agreed to a draft; who asked and who answered goes with that person.',
    blanked: { asked_by_id: null, answered_by_id: null },
    told: 'asked_at answer_by_on answer answered_at',
    untold: 'id draft_id home_school_id answered_for is_silence_consent',
  }),
  staysWithoutName('timetable_objection', {
    of: ['raised_by_id', 'decided_by_id'],
    why: 'What a home school objected to and what became of it; the words and names go with their author.',
    blanked: { reason: '–', raised_by_id: null, decided_by_id: null },
    told: 'raised_at state decision decided_at',
    untold: 'id agreement_id group_id course_id nth weekday starts_time',
  }),
];

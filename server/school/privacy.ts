import { aboutNobody, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfSchool: readonly TablePrivacy[] = [
  aboutNobody('school_home_school', 'A school, not a person.', 'id external_id name zone adult_age revision'),
  aboutNobody('school_subject', 'A subject.', 'id name revision'),
  aboutNobody(
    'school_group',
    'A group; its members are named elsewhere.',
    'id external_id name grade zone meeting_url_template is_active revision',
  ),
  aboutNobody('school_subgroup', 'A part of a group.', 'id group_id name revision'),
  staysWithoutName('school_group_member', {
    of: ['person_id'],
    why: 'Who was in which group from when to when, for counts and history.',
    blanked: {},
    told: 'group_id from_on until_on',
    untold: 'person_id',
  }),
  staysWithoutName('school_subgroup_member', {
    of: ['person_id'],
    why: 'Who was in which part of a group, for counts and history.',
    blanked: {},
    told: 'subgroup_id from_on until_on',
    untold: 'person_id',
  }),
  staysWithoutName('school_group_tutor', {
    of: ['person_id'],
    why: 'Who was tutor of which group, for history.',
    blanked: {},
    told: 'group_id from_on until_on',
    untold: 'person_id',
  }),
  staysWithoutName('school_course', {
    of: ['teacher_id'],
    why: 'Who teaches what to whom; without its teacher the course waits for another.',
    blanked: { teacher_id: null },
    told: 'group_id subgroup_id subject_id lessons_a_week lesson_minutes',
    untold: 'id external_id is_active revision',
  }),
  aboutNobody(
    'school_course_part',
    'Of which course a course is a part; both name their people themselves.',
    'part_course_id course_id is_new_subgroup',
  ),
  aboutNobody('school_term', 'A part of the school year.', 'id external_id name starts_on ends_on revision'),
  aboutNobody('school_holiday', 'Days without lessons.', 'id external_id name group_id from_on until_on revision'),
  aboutNobody('school_grid_place', 'An hour of a group’s week.', 'group_id weekday hour starts_time minutes'),
  staysWithoutName('school_year_change', {
    of: ['made_by_id'],
    why: 'When a school year began and who began it; the name goes with that person.',
    blanked: { made_by_id: null },
    told: 'begins_on made_at undone_at',
    untold: 'id counts_json',
  }),
  staysWithoutName('school_year_item', {
    of: ['entity_id'],
    why: 'What was of a group, course or stay before a school year began: for undo and history, by ids.',
    blanked: {},
    told: 'kind from_on before_json after_json',
    untold: 'id change_id place entity_id owner_id is_kept',
  }),
];

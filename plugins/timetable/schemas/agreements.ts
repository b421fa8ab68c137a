import { z } from 'zod';
import { Id, LocalDate } from '../../../server/people/api.ts';
import { agreementStates, objectionStates } from '../domain/agreement/state.ts';

const instant = z.iso.datetime();
const Reason = z.string().trim().min(1).max(2000);

export const DraftPath = z.strictObject({ draftId: Id });
export const GroupPath = z.strictObject({ groupId: Id });
export const AgreementPath = z.strictObject({ agreementId: Id });
export const ObjectionPath = z.strictObject({ objectionId: Id });

/** Until which day home schools may answer; whoever is silent by then agrees. */
export const AskAgreement = z.strictObject({ answerByOn: LocalDate });
export type AskAgreement = z.infer<typeof AskAgreement>;

export const NewObjection = z.strictObject({
  groupId: Id,
  /** One course of the group; the whole group when left out. */
  courseId: Id.nullable().default(null),
  /** A single lesson of that course in the week, counted from 1; all of them when left out. */
  nth: z.int().min(1).max(100).nullable().default(null),
  reason: Reason,
});
export type NewObjection = z.infer<typeof NewObjection>;

/** `answer`: it is settled; `waive`: the draft goes on in spite of it. Both say why. */
export const ObjectionDecision = z.strictObject({ act: z.enum(['answer', 'waive']), text: Reason });
export type ObjectionDecision = z.infer<typeof ObjectionDecision>;

export const ObjectionView = z.object({
  id: Id,
  groupId: Id,
  groupName: z.string(),
  subjectName: z.string().nullable(),
  /** Where the single lesson stood that it is about. */
  lesson: z.object({ weekday: z.int(), startsTime: z.string() }).nullable(),
  reason: z.string(),
  raisedBy: z.string(),
  raisedAt: instant,
  state: z.enum(objectionStates),
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type ObjectionView = z.infer<typeof ObjectionView>;

/** Of a group's lessons in drafts, what nobody has answered. */
export const GroupObjections = z.object({
  items: z.array(
    z.object({
      draft: z.object({ id: Id, name: z.string() }),
      homeSchoolName: z.string(),
      objection: ObjectionView,
    }),
  ),
});
export type GroupObjections = z.infer<typeof GroupObjections>;

export const AgreementBrief = z.object({
  id: Id,
  draftId: Id,
  draftName: z.string(),
  /** What was published already can no longer be answered. */
  isPublished: z.boolean(),
  homeSchoolId: Id,
  homeSchoolName: z.string(),
  state: z.enum(agreementStates),
  answerByOn: z.string(),
  /** Whether saying nothing until that day counts as agreement: the home school has it so. */
  isSilenceConsent: z.boolean(),
  askedBy: z.string(),
  answeredBy: z.string().nullable(),
  objections: z.array(ObjectionView),
});
export type AgreementBrief = z.infer<typeof AgreementBrief>;

/** What a home school wants its silence to mean: it agrees after so many days, or (null) never. */
export const SilenceInput = z.strictObject({ silenceDays: z.int().min(1).max(60).nullable() });
export type SilenceInput = z.infer<typeof SilenceInput>;

export const SilenceView = z.object({
  homeSchool: z.object({ id: Id, name: z.string() }),
  silenceDays: z.int().nullable(),
  /** 0 before anybody set it. */
  revision: z.int(),
});
export type SilenceView = z.infer<typeof SilenceView>;

/** `schools`: those for which the reader answers. */
export const AgreementList = z.object({ items: z.array(AgreementBrief), schools: z.array(SilenceView) });
export type AgreementList = z.infer<typeof AgreementList>;

/** What the home schools say of a draft; `isInTheWay` while it must not be published. */
export const DraftAgreements = z.object({
  items: z.array(AgreementBrief),
  isInTheWay: z.boolean(),
  /** Home schools with students in the draft, and what their silence means. */
  schools: z.array(SilenceView),
});
export type DraftAgreements = z.infer<typeof DraftAgreements>;

export const AgreementView = AgreementBrief.extend({
  lessons: z.array(
    z.object({
      groupId: Id,
      groupName: z.string(),
      zone: z.string(),
      courseId: Id,
      nth: z.int(),
      subjectName: z.string(),
      subgroupName: z.string().nullable(),
      weekday: z.int(),
      startsTime: z.string(),
      minutes: z.int(),
    }),
  ),
  /** `decide`: the reader composes the draft too, and may answer objections here. */
  may: z.object({ agree: z.boolean(), object: z.boolean(), decide: z.boolean() }),
});
export type AgreementView = z.infer<typeof AgreementView>;

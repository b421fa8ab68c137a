import { z } from 'zod';
import { Id, Line, LocalDate } from '../../../server/people/api.ts';
import { audiences } from '../domain/meetings/meeting.ts';

const instant = z.iso.datetime();

/** Most people whom one meeting brings together. */
export const mostInvited = 200;

const Minutes = z.int().min(10).max(240);

/** Who is to meet: people by name, and groups or a part of them. Whoever plans it comes too. */
const Invitation = {
  personIds: z.array(Id).max(mostInvited).default([]),
  groups: z
    .array(z.strictObject({ groupId: Id, whom: z.array(z.enum(audiences)).min(1).max(audiences.length) }))
    .max(30)
    .default([]),
};

const mostDaysMs = 31 * 86_400_000;

interface Days {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** A month at most. */
const areDays = ({ fromOn, untilOn }: Days): boolean =>
  fromOn <= untilOn && Date.parse(untilOn) - Date.parse(fromOn) <= mostDaysMs;

/** Dates on the reader's clock. */
export const MeetingSearch = z
  .strictObject({ ...Invitation, minutes: Minutes, fromOn: LocalDate, untilOn: LocalDate })
  .refine(areDays, { path: ['untilOn'] });
export type MeetingSearch = z.infer<typeof MeetingSearch>;

/** Another time for a meeting that stands already. */
export const OtherTimes = z
  .strictObject({ minutes: z.coerce.number().int().min(10).max(240), fromOn: LocalDate, untilOn: LocalDate })
  .refine(areDays, { path: ['untilOn'] });
export type OtherTimes = z.infer<typeof OtherTimes>;

const Person = z.object({ id: Id, name: z.string() });

/** Times, best first. Of the people only that they cannot, never why else. */
export const MeetingTimes = z.object({
  people: z.array(Person),
  items: z.array(
    z.object({
      startsAt: instant,
      endsAt: instant,
      missing: z.array(z.object({ personId: Id, name: z.string(), why: z.enum(['taken', 'offline']) })),
      /** People for whom it is early, late or Sunday on their own clock. */
      awkward: z.int(),
    }),
  ),
});
export type MeetingTimes = z.infer<typeof MeetingTimes>;

const https = z.url({ protocol: /^https$/ }).max(500);

const MeetingTime = {
  startsAt: instant,
  minutes: Minutes,
  /** People who are elsewhere then, seen in the list of times and invited all the same. */
  withoutIds: z.array(Id).max(mostInvited).default([]),
};

export const NewMeeting = z.strictObject({ ...Invitation, title: Line, ...MeetingTime, ownLink: https.optional() });
export type NewMeeting = z.infer<typeof NewMeeting>;

export const MoveMeeting = z.strictObject(MeetingTime);
export type MoveMeeting = z.infer<typeof MoveMeeting>;

/** As weeks show it. */
export const MeetingBrief = z.object({
  id: Id,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(['planned', 'cancelled']),
  /** Null when it is cancelled, or nobody said where it is held. */
  joinUrl: z.string().nullable(),
  madeBy: Person,
  people: z.int(),
  /** The reader, or the reader's children, who are invited. */
  whose: z.array(Id),
});
export type MeetingBrief = z.infer<typeof MeetingBrief>;

export const MeetingsQuery = z.strictObject({ when: z.enum(['coming', 'past']).default('coming') });
export type MeetingsQuery = z.infer<typeof MeetingsQuery>;

export const MeetingList = z.object({ items: z.array(MeetingBrief) });
export type MeetingList = z.infer<typeof MeetingList>;

export const MeetingView = MeetingBrief.extend({
  invited: z.array(Person.extend({ isExpected: z.boolean() })),
  revision: z.int(),
  may: z.object({ change: z.boolean() }),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const MeetingParams = z.strictObject({ meetingId: Id });

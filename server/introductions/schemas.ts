import { z } from 'zod';
import { ChannelView } from '../contacts/api.ts';
import { Id, Line, LocalDate, relations, WallTime, Weekday } from '../people/api.ts';
import { aroundRoles } from './domain/around.ts';

const hours = z.object({ weekday: z.int(), from: z.string(), to: z.string() });

const About = z.string().trim().min(1).max(300);

/** What somebody of the staff says of themselves, and when they work. */
export const ProfileInput = z.strictObject({
  about: About.nullable(),
  hours: z
    .array(
      z
        .strictObject({ weekday: Weekday, from: WallTime, to: WallTime })
        .refine(({ from, to }) => from < to, { path: ['to'], params: { code: 'times-reversed' } }),
    )
    .max(21),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

export const ProfileView = z.object({
  personId: z.uuid(),
  about: z.string().nullable(),
  hours: z.array(hours),
  zone: z.string(),
  photoId: z.uuid().nullable(),
  revision: z.int(),
  /** Staff introduce themselves; a photograph of a child is shown by a guardian. */
  may: z.object({ introduce: z.boolean(), showPhoto: z.boolean(), takePhoto: z.boolean() }),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** Whoever shows a photograph says so: without consent there is none. */
export const PhotoInput = z.strictObject({ fileId: Id, consents: z.literal(true) });
export type PhotoInput = z.infer<typeof PhotoInput>;

const Met = z.object({ on: z.string(), byName: z.string().nullable() }).nullable();

export const WhoIsWho = z.object({
  studentId: z.uuid(),
  name: z.string(),
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      roles: z.array(z.enum(aroundRoles)),
      subjects: z.array(z.string()),
      about: z.string().nullable(),
      hours: z.array(hours),
      /** The zone of the hours. */
      zone: z.string(),
      photoId: z.uuid().nullable(),
      /** What they show to families. */
      channels: z.array(ChannelView),
      met: Met,
    }),
  ),
  items: z.array(z.object({ itemId: z.uuid(), label: z.string(), met: Met })),
  /** By name only; nobody for guardians. */
  classmates: z.array(z.object({ personId: z.uuid(), name: z.string(), photoId: z.uuid().nullable() })),
  family: z.array(z.object({ name: z.string(), relation: z.enum(relations) })),
  isNewcomer: z.boolean(),
  may: z.object({ note: z.boolean() }),
});
export type WhoIsWho = z.infer<typeof WhoIsWho>;

export const Meeting = z
  .strictObject({
    withId: Id.nullable().default(null),
    itemId: Id.nullable().default(null),
    isMet: z.boolean(),
    metOn: LocalDate.optional(),
  })
  .refine(({ withId, itemId }) => (withId === null) !== (itemId === null), {
    path: ['withId'],
    params: { code: 'one-of-both' },
  });
export type Meeting = z.infer<typeof Meeting>;

const Newcomer = {
  studentId: z.uuid(),
  name: z.string(),
  groupId: z.uuid(),
  groupName: z.string(),
  cameOn: z.string(),
};

/** A newcomer's checklist. */
export const Newcomers = z.object({
  items: z.array(
    z.object({
      ...Newcomer,
      list: z.array(
        z.object({
          withId: z.uuid().nullable(),
          itemId: z.uuid().nullable(),
          label: z.string(),
          roles: z.array(z.enum(aroundRoles)),
          met: Met,
        }),
      ),
    }),
  ),
});
export type Newcomers = z.infer<typeof Newcomers>;

/** Of the reader's own groups: newcomers who have not met everybody. */
export const WaitingNewcomers = z.object({
  count: z.int(),
  items: z.array(z.object({ ...Newcomer, missing: z.array(z.string()) })),
});
export type WaitingNewcomers = z.infer<typeof WaitingNewcomers>;

export const Items = z.object({
  items: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** What is usual and not among them, in the reader's language. */
  usual: z.array(z.string()),
  may: z.object({ edit: z.boolean() }),
});
export type Items = z.infer<typeof Items>;
export const ItemsInput = z.strictObject({
  items: z.array(z.strictObject({ id: Id.nullable().default(null), label: Line })).max(30),
});
export type ItemsInput = z.infer<typeof ItemsInput>;

export const StudentPath = z.strictObject({ studentId: Id });
export const GroupPath = z.strictObject({ groupId: Id });
export const PersonPath = z.strictObject({ personId: Id });

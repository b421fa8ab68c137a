import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { languages } from '../host/language.ts';
import { Id, internets, Line, LocalDate, relations, WallTime } from '../people/api.ts';
import { channelKinds, faults, isSame, messengers, mostChannels, purposes } from './domain/channel.ts';

/** A messenger's handle, number or address. */
const Handle = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .regex(/^[^\p{Cc}]*$/u);

/** As people write it: brackets, dots, dashes, an extension. */
const Telephone = z
  .string()
  .trim()
  .max(40)
  .regex(/^(?=(?:\D*\d){5})\+?[0-9 ()./-]{5,30}(?: ?(?:доб\.?|ext\.?|x|#) ?\d{1,6})?$/i);

const about = {
  purpose: z.enum(purposes).default('any'),
  bestHours: z.strictObject({ from: WallTime, to: WallTime }).nullable().default(null),
  note: Line.nullable().default(null),
  isPublic: z.boolean().default(false),
};

/** What a channel's address is. */
const addresses = {
  email: { kind: z.literal('email'), service: z.null().default(null), value: z.email().max(254) },
  phone: { kind: z.literal('phone'), service: z.null().default(null), value: Telephone },
  messenger: { kind: z.literal('messenger'), service: z.enum(messengers), value: Handle },
};

/** One way to reach a person, as it is written in a form. */
export const ChannelInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...addresses.email, ...about }),
  z.strictObject({ ...addresses.phone, ...about }),
  z.strictObject({ ...addresses.messenger, ...about }),
]);
export type ChannelInput = z.infer<typeof ChannelInput>;

/** All channels of a person, in the order in which they want to be reached. */
export const ChannelsInput = z.strictObject({
  items: z
    .array(ChannelInput)
    .max(mostChannels)
    .refine((list) => list.every((one, at) => !list.slice(0, at).some((other) => isSame(one, other))), {
      params: { code: 'repeated' },
    }),
});
export type ChannelsInput = z.infer<typeof ChannelsInput>;

export const ChannelView = z.object({
  kind: z.enum(channelKinds),
  service: z.enum(messengers).nullable(),
  value: z.string(),
  /** Of a telephone: what any telephone dials; null where the number is shown as it was typed. */
  dials: z.string().nullable(),
  purpose: z.enum(purposes),
  bestHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  note: z.string().nullable(),
  isPublic: z.boolean(),
  wrong: z.object({ fault: z.enum(faults), note: z.string().nullable(), since: z.iso.datetime() }).nullable(),
});
export type ChannelView = z.infer<typeof ChannelView>;

export const ChannelsView = z.object({
  personId: z.uuid(),
  name: z.string(),
  language: z.enum(languages),
  zone: z.string(),
  internet: z.enum(internets),
  /** A member of staff, whose channels may be shown to families. */
  isStaff: z.boolean(),
  items: z.array(ChannelView),
  /** The person's. */
  revision: z.int(),
  may: z.object({ edit: z.boolean(), mark: z.boolean() }),
});
export type ChannelsView = z.infer<typeof ChannelsView>;

/** An address that does not work, or works again. */
export const ChannelMark = z.strictObject({
  kind: z.enum(channelKinds),
  service: z.enum(messengers).nullable().default(null),
  value: Handle,
  isWrong: z.boolean(),
  note: Line.nullable().default(null),
});
export type ChannelMark = z.infer<typeof ChannelMark>;

export const PersonPath = z.strictObject({ personId: Id });

const Note = z.string().trim().min(1).max(500);

/** A round: which groups are asked, and until when. */
export const NewRound = z.strictObject({
  groupIds: z
    .array(Id)
    .min(1)
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'repeated' } }),
  dueOn: LocalDate,
  /** A word to the families. */
  note: Note.nullable().default(null),
});
export type NewRound = z.infer<typeof NewRound>;

const Share = { asked: z.int(), confirmed: z.int() };

export const RoundView = z.object({
  id: z.uuid(),
  dueOn: z.string(),
  note: z.string().nullable(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** People of the groups that the reader reaches; somebody of two groups counts once. */
  ...Share,
  groups: z.array(z.object({ groupId: z.uuid(), name: z.string(), ...Share })),
  may: z.object({ remind: z.boolean(), close: z.boolean() }),
});
export type RoundView = z.infer<typeof RoundView>;
export const RoundList = z.object({ items: z.array(RoundView) });
export type RoundList = z.infer<typeof RoundList>;

const AskedPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  confirmedAt: z.iso.datetime().nullable(),
});
export const RoundGroupView = z.object({
  roundId: z.uuid(),
  groupId: z.uuid(),
  name: z.string(),
  dueOn: z.string(),
  isOpen: z.boolean(),
  families: z.array(z.object({ student: AskedPerson, guardians: z.array(AskedPerson) })),
});
export type RoundGroupView = z.infer<typeof RoundGroupView>;

/** What the reader is asked to confirm; nobody when nothing is asked. */
export const AskedOfMe = z.object({
  /** The earliest deadline. */
  dueOn: z.string().nullable(),
  note: z.string().nullable(),
  people: z.array(ChannelsView),
});
export type AskedOfMe = z.infer<typeof AskedOfMe>;

export const Confirmation = z.strictObject({ personIds: z.array(Id).min(1).max(50) });
export const RoundPath = z.strictObject({ roundId: Id });
export const RoundGroupPath = z.strictObject({ roundId: Id, groupId: Id });
export const Done = z.object({});

/** A person in a directory. */
export const DirectoryEntry = z.object({
  personId: z.uuid(),
  name: z.string(),
  language: z.enum(languages),
  zone: z.string(),
  /** Null of colleagues, whose line is nobody's business. */
  internet: z.enum(internets).nullable(),
  /** Whether the reader may open the person. */
  isReached: z.boolean(),
  roles: z.array(z.enum(roles)),
  channels: z.array(ChannelView),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const DirectoryPage = z.object({
  /** `children`: of guardians, by name. */
  items: z.array(z.object({ ...DirectoryEntry.shape, children: z.array(z.string()) })),
  nextAfter: z.uuid().nullable(),
});
export type DirectoryPage = z.infer<typeof DirectoryPage>;

export const DirectoryQuery = z.strictObject({
  q: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: Id.optional(),
});
export type DirectoryQuery = z.infer<typeof DirectoryQuery>;

export const GroupDirectory = z.object({
  groupId: z.uuid(),
  name: z.string(),
  families: z.array(
    z.object({
      student: DirectoryEntry,
      guardians: z.array(z.object({ ...DirectoryEntry.shape, relation: z.enum(relations), mayAct: z.boolean() })),
    }),
  ),
  staff: z.array(z.object({ ...DirectoryEntry.shape, isTutor: z.boolean(), subjects: z.array(z.string()) })),
});
export type GroupDirectory = z.infer<typeof GroupDirectory>;

export const GroupPath = z.strictObject({ groupId: Id });

import { z } from 'zod';
import { languages } from '../host/language.ts';
import { Id, internets, Line, WallTime } from '../people/api.ts';
import { channelKinds, faults, isSame, messengers, purposes } from './domain/channel.ts';

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

const mostChannels = 12;

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

import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { Id, relations, WallTime, Weekday } from '../people/api.ts';
import { noticeAreas } from './domain/area.ts';
import { mailRules } from './domain/choice.ts';

const PageSize = z.coerce.number().int().min(1).max(100);

export const NoticesQuery = z.strictObject({
  /** Id of the last notice of the page before. */
  after: z.uuid().optional(),
  limit: PageSize.default(30),
  area: z.enum(noticeAreas).optional(),
  /** Only those about this child. */
  aboutPersonId: z.uuid().optional(),
  unread: z.literal('true').optional(),
});
export type NoticesQuery = z.infer<typeof NoticesQuery>;

export const NoticeView = z.object({
  id: z.uuid(),
  /** `<plugin>.<name>`: the text is `<plugin>:notices.<name>`. */
  kind: z.string(),
  area: z.enum(noticeAreas),
  /** Why it could not wait, in the words of the one who decided; null for nearly all. */
  urgentReason: z.string().nullable(),
  /** The child it is about; to be named with the text. The name is null when the person is gone. */
  about: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  link: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const NoticePage = z.object({
  /** Newest first. */
  items: z.array(NoticeView),
  /** Of all one's notices, not of this page. */
  unread: z.int(),
  /** When the reader last said that all had been looked at; what came later is new. */
  lookedAt: z.iso.datetime().nullable(),
  /** Whom all of one's notices are about, for the filter. */
  about: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** What to give as `after` for the next page; null at the end. */
  next: z.uuid().nullable(),
});
export type NoticePage = z.infer<typeof NoticePage>;

export const ReadNotices = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({
    all: z.literal(true),
    area: z.enum(noticeAreas).optional(),
    aboutPersonId: z.uuid().optional(),
  }),
]);
export type ReadNotices = z.infer<typeof ReadNotices>;

export const UnreadCount = z.object({ unread: z.int() });
export type UnreadCount = z.infer<typeof UnreadCount>;

const Hours = { fromTime: WallTime, toTime: WallTime };

const notEmpty = (choice: { kind: string; fromTime?: string; toTime?: string }): boolean =>
  choice.kind !== 'own' || choice.fromTime !== choice.toTime;
const empty = { path: ['toTime'], params: { code: 'quiet-hours-empty' } };

/** `usual`: as in the home school. */
export const MyQuietHours = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('usual') }),
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('own'), ...Hours }),
  ])
  .refine(notEmpty, empty);
export type MyQuietHours = z.infer<typeof MyQuietHours>;

/** `usual`: as in the whole product. */
export const SchoolQuietHours = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('usual') }),
    z.strictObject({ kind: z.literal('own'), ...Hours }),
  ])
  .refine(notEmpty, empty);
export type SchoolQuietHours = z.infer<typeof SchoolQuietHours>;

export const HomeSchoolParams = z.strictObject({ homeSchoolId: Id });

export const MyQuietHoursView = z.object({
  choice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('usual') }),
    z.object({ kind: z.literal('never') }),
    z.object({ kind: z.literal('own'), ...Hours }),
  ]),
  /** What holds for whoever chooses `usual`. */
  usual: z.object(Hours),
  /** Where one's own clock stands. */
  zone: z.string(),
});
export type MyQuietHoursView = z.infer<typeof MyQuietHoursView>;

export const SchoolQuietHoursList = z.object({
  items: z.array(
    z.object({
      homeSchoolId: z.uuid(),
      name: z.string(),
      ...Hours,
      /** Whether the school has said so itself. */
      isOwn: z.boolean(),
    }),
  ),
});
export type SchoolQuietHoursList = z.infer<typeof SchoolQuietHoursList>;

export const Channels = z.strictObject({ mail: z.enum(mailRules), isPushed: z.boolean() });
export type Channels = z.infer<typeof Channels>;

/** By the person's own clock; the weekday (1 is Monday) is that of weekly mails. */
export const DigestTime = z.strictObject({ time: WallTime, weekday: Weekday });
export type DigestTime = z.infer<typeof DigestTime>;

export const AreaParams = z.strictObject({ area: z.enum(noticeAreas) });

export const NoticeSettings = z.object({
  mail: z.object({
    /** Whether this server sends mail at all. */
    isOn: z.boolean(),
    /** Where mail goes to; null when no address is known. */
    address: z.string().nullable(),
    /** Mail to the address came back. */
    isFailing: z.boolean(),
  }),
  digest: z.object({ time: z.string(), weekday: z.int() }),
  areas: z.array(z.object({ area: z.enum(noticeAreas), mail: z.enum(mailRules), isPushed: z.boolean() })),
});
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export const StopToken = z.strictObject({ token: z.string().min(10).max(120) });

/** The areas for which mail is off now. */
export const Stopped = z.object({ areas: z.array(z.enum(noticeAreas)) });
export type Stopped = z.infer<typeof Stopped>;

export const Nothing = z.object({});
export const HtmlPage = z.string();

export const Looked = z.object({ lookedAt: z.iso.datetime() });
export type Looked = z.infer<typeof Looked>;

const Base64Url = z.string().regex(/^[\w-]+=*$/);

/** A browser's push subscription, and what the person knows the browser by. */
export const NewDevice = z.strictObject({
  endpoint: z.url().max(1000),
  p256dh: Base64Url.length(87),
  auth: Base64Url.min(22).max(24),
  label: z.string().trim().min(1).max(80),
});
export type NewDevice = z.infer<typeof NewDevice>;

export const Browser = z.strictObject({ endpoint: z.url().max(1000) });

export const DeviceParams = z.strictObject({ deviceId: z.uuid() });

export const Devices = z.object({
  /** For `pushManager.subscribe`. */
  publicKey: z.string(),
  items: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      /** By which a browser recognises itself. */
      endpoint: z.string(),
      addedAt: z.iso.datetime(),
      reachedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Devices = z.infer<typeof Devices>;

export const NoticeParams = z.strictObject({ noticeId: z.uuid() });

const states = ['sent', 'waits', 'not-needed', 'unwanted', 'unreachable', 'refused'] as const;

/** One notice in words, and why it came. */
export const NoticeDetail = z.object({
  id: z.uuid(),
  area: z.enum(noticeAreas),
  /** With the child named, in the reader's language. */
  text: z.string(),
  about: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  link: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  urgent: z.object({ reason: z.string(), by: z.string().nullable() }).nullable(),
  /** `self`: it is about the reader; `guardian`: about a child of the reader; `role`: by what the reader does in the school. */
  because: z.object({
    kind: z.enum(['self', 'guardian', 'role']),
    relation: z.enum(relations).nullable(),
    roles: z.array(z.enum(roles)),
  }),
  /** `not-needed`: read before, or too late to be news. */
  mail: z.object({ rule: z.enum(mailRules).nullable(), state: z.enum(states), at: z.iso.datetime().nullable() }),
  push: z.object({ state: z.enum(states), at: z.iso.datetime().nullable() }),
});
export type NoticeDetail = z.infer<typeof NoticeDetail>;

export const TroubleParams = z.strictObject({ troubleId: z.uuid() });

/** People whom a channel does not reach. */
export const TroubleList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      person: z.object({ id: z.uuid(), name: z.string() }),
      channel: z.enum(['mail', 'push']),
      /** Code of the refusal: `5.1.1`, `550`, `gone`. */
      reason: z.string(),
      sinceAt: z.iso.datetime(),
    }),
  ),
});
export type TroubleList = z.infer<typeof TroubleList>;

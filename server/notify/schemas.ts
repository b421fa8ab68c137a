import { z } from 'zod';
import { Id, WallTime } from '../people/api.ts';

const PageSize = z.coerce.number().int().min(1).max(100);

export const NoticesQuery = z.strictObject({
  /** Id of the last notice of the page before. */
  after: z.uuid().optional(),
  limit: PageSize.default(30),
});
export type NoticesQuery = z.infer<typeof NoticesQuery>;

export const NoticeView = z.object({
  id: z.uuid(),
  /** `<plugin>.<name>`: the text is `<plugin>:notices.<name>`. */
  kind: z.string(),
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
  /** What to give as `after` for the next page; null at the end. */
  next: z.uuid().nullable(),
});
export type NoticePage = z.infer<typeof NoticePage>;

export const ReadNotices = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ all: z.literal(true) }),
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

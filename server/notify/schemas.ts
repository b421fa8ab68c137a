import { z } from 'zod';

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

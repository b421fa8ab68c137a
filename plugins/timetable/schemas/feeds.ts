import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';

const instant = z.iso.datetime();

/** Whose lessons the address gives: one's own unless told, or those of a child. */
export const NewFeed = z.strictObject({ aboutId: Id.optional() });
export type NewFeed = z.infer<typeof NewFeed>;

export const FeedView = z.object({
  id: Id,
  about: z.object({ id: Id, name: z.string() }),
  madeAt: instant,
  may: z.object({ revoke: z.boolean() }),
});
export type FeedView = z.infer<typeof FeedView>;

export const FeedList = z.object({ items: z.array(FeedView) });
export type FeedList = z.infer<typeof FeedList>;

/** The only time that the address is shown. */
export const FeedMade = FeedView.extend({
  /** Below the server's own address: `/api/timetable/feeds/<secret>.ics`. */
  path: z.string(),
});
export type FeedMade = z.infer<typeof FeedMade>;

export const FeedParams = z.strictObject({ feedId: Id });
export const FeedFile = z.strictObject({ file: z.string().max(100) });

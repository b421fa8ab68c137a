import { z } from 'zod';
import { FileView } from '../../../server/files/api.ts';

export const PersonBrief = z.object({ id: z.uuid(), name: z.string() });
export type PersonBrief = z.infer<typeof PersonBrief>;

/** Text of a post or note in Markdown. */
export const PostText = z.string().trim().min(1).max(20_000);

export const Files = z.array(FileView);
export const FileIds = z.array(z.uuid()).max(10);

export const Done = z.object({ done: z.literal(true) });

export const Saved = z.object({ revision: z.int() });

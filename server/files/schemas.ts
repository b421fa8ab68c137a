import { z } from 'zod';

export const UploadQuery = z.strictObject({ name: z.string().trim().min(1).max(300) });
export const FilePath = z.strictObject({ fileId: z.uuid() });

export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Pixels; null for what is no picture. */
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type FileView = z.infer<typeof FileView>;

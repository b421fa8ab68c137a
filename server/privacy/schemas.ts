import { z } from 'zod';
import { FileView } from '../files/api.ts';
import { Id, Line } from '../people/api.ts';

export const PersonParams = z.strictObject({ personId: Id });

/** The name, typed to confirm. */
export const Erasing = z.strictObject({ name: Line });

export const ExportedFilePath = z.strictObject({ personId: Id, fileId: Id });

export const PersonExport = z.object({
  personId: z.uuid(),
  madeAt: z.iso.datetime(),
  /** Rows as they are kept; the names of tables and columns are those of the database. */
  tables: z.array(z.object({ table: z.string(), why: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
  /** What the person has uploaded, and pictures of the person; each is fetched by itself. */
  files: z.array(FileView),
});
export type PersonExport = z.infer<typeof PersonExport>;

export const ArchivePath = z.strictObject({ personId: Id, archiveId: Id });

/** An archive of everything about a person, for whoever asked for it. */
export const ArchiveView = z.object({
  id: z.uuid(),
  /** The job that packs it. */
  jobId: z.uuid().nullable(),
  madeAt: z.iso.datetime(),
  /** Until when it can be fetched. */
  endsAt: z.iso.datetime(),
  /** Bytes; null while it is being packed. */
  size: z.int().nullable(),
});
export type ArchiveView = z.infer<typeof ArchiveView>;
export const ArchiveList = z.object({ items: z.array(ArchiveView) });
export type ArchiveList = z.infer<typeof ArchiveList>;

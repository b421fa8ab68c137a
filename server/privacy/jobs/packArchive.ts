import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { FilesApi } from '../../files/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import { uploadsIn } from '../../host/uploads.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { archiveOwnerId } from '../archiveOwner.ts';
import { type ArchiveContents, archiveContents, type ContentParts } from '../queries/archiveContents.ts';
import { type ArchiveRow, archiveById, setArchiveSize } from '../store/archives.ts';
import { type Entry, writeArchive } from '../writeArchive.ts';

export const ArchiveInput = z.object({ archiveId: z.uuid() });
export type ArchiveInput = z.infer<typeof ArchiveInput>;

export interface PackingParts extends ContentParts {
  readonly dataDir: string;
  readonly files: ContentParts['files'] & Pick<FilesApi, 'storeMade' | 'keepMade'>;
}

/** Packs everything that is kept about a person into one archive. Run again, it packs it anew. */
export const packArchive = (parts: PackingParts): JobKind<ArchiveInput> =>
  defineJob({
    name: 'privacy.pack-archive',
    lane: 'quick',
    input: ArchiveInput,
    run: async (context, { archiveId }) => {
      const archive = await context.read(({ db }) => archiveById(db, archiveId));
      if (!archive) return { archiveId };
      const contents = await context.read((scope) => archiveContents(scope, parts, archive));
      const folder = uploadsIn(parts.dataDir);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, archiveId);
      try {
        const entries = entriesOf(context, parts, archive, contents);
        await writeArchive(path, entries, archive.madeAt, (done) => {
          context.signal.throwIfAborted();
          context.report({ done, total: entries.length });
        });
        await keep(context, parts, archive, { name: contents.name, path });
      } finally {
        await rm(path, { force: true });
      }
      return { archiveId };
    },
  });

function entriesOf(
  { read }: JobContext,
  { files }: PackingParts,
  { personId }: ArchiveRow,
  { readme, data, files: packed }: ArchiveContents,
): readonly Entry[] {
  return [
    { path: readme.path, content: readme.text },
    { path: data.path, content: data.text },
    ...packed.map(({ file, path }) => ({
      path,
      content: async () => streamOf(await read(({ db }) => files.fileAbout(db, personId, file.id))),
    })),
  ];
}

const streamOf = ({ content }: FileReply): Readable =>
  content instanceof Readable ? content : Readable.from([content]);

async function keep(
  { read, write }: JobContext,
  { files }: PackingParts,
  { id }: ArchiveRow,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<void> {
  const made = { path, mediaType: 'application/zip', ending: 'zip' };
  const stored = await read((scope) => files.storeMade(scope, made));
  const thing = { owner: archiveOwnerId, key: id };
  await write(async (scope) => {
    // Whoever asked again meanwhile, or was erased, has no use for this one: its content is swept.
    if ((await setArchiveSize(scope.db, id, stored.size)) > 0) await files.keepMade(scope, thing, name, stored);
  });
}

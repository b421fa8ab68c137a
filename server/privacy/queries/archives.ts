import type { FilesApi } from '../../files/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { archiveOwnerId } from '../archiveOwner.ts';
import { archiveEnds } from '../domain/archive.ts';
import { archiveNotReady, archiveUnknown } from '../problems.ts';
import type { ArchiveView } from '../schemas.ts';
import { type ArchiveRow, archiveById, archivesOf } from '../store/archives.ts';
import { type ExportParts, mustTakeOut } from './exportOf.ts';

interface Parts {
  readonly school: ExportParts['school'];
  readonly files: Pick<FilesApi, 'fileOf'>;
}

export const archiveView = ({ id, jobId, madeAt, size }: ArchiveRow): ArchiveView => ({
  ...{ id, jobId, size },
  madeAt: madeAt.toISOString(),
  endsAt: archiveEnds(madeAt).toISOString(),
});

const isOver = ({ madeAt }: ArchiveRow, now: Date): boolean => archiveEnds(madeAt) <= now;

/** The reader's own archives of a person. */
export const ownArchives =
  ({ school }: Pick<Parts, 'school'>) =>
  async (scope: ReadScope, personId: string): Promise<readonly ArchiveView[]> => {
    await mustTakeOut(scope, school, personId);
    const rows = await archivesOf(scope.db, { personId, ownerId: scope.actor.personId });
    return rows.filter((row) => !isOver(row, scope.now)).map(archiveView);
  };

/** An archive is for whoever asked for it, for some days, and as long as they may take out this person. */
async function ownArchive(
  scope: ReadScope,
  { school }: Pick<Parts, 'school'>,
  personId: string,
  archiveId: string,
): Promise<ArchiveRow> {
  await mustTakeOut(scope, school, personId);
  const row = await archiveById(scope.db, archiveId);
  if (!row || row.personId !== personId || row.ownerId !== scope.actor.personId || isOver(row, scope.now))
    throw new Problem(archiveUnknown);
  return row;
}

export const ownArchiveView =
  (parts: Pick<Parts, 'school'>) =>
  async (scope: ReadScope, personId: string, archiveId: string): Promise<ArchiveView> =>
    archiveView(await ownArchive(scope, parts, personId, archiveId));

export const archiveFile =
  (parts: Parts) =>
  async (scope: ReadScope, personId: string, archiveId: string): Promise<FileReply> => {
    const { size } = await ownArchive(scope, parts, personId, archiveId);
    if (size === null) throw new Problem(archiveNotReady);
    return {
      ...(await parts.files.fileOf(scope.db, { owner: archiveOwnerId, key: archiveId })),
      disposition: 'attachment',
    };
  };

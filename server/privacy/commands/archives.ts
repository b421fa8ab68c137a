import type { AuditApi } from '../../audit/api.ts';
import type { FilesApi } from '../../files/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobKind } from '../../jobs/job.ts';
import { archiveOwnerId } from '../archiveOwner.ts';
import { archiveDays, mostArchives } from '../domain/archive.ts';
import type { ArchiveInput } from '../jobs/packArchive.ts';
import { enoughArchives } from '../problems.ts';
import { archiveView } from '../queries/archives.ts';
import { type ExportParts, mustTakeOut } from '../queries/exportOf.ts';
import type { ArchiveView } from '../schemas.ts';
import { type ArchiveRow, archivesBefore, archivesOf, deleteArchives, insertArchive } from '../store/archives.ts';

export interface ArchivingParts {
  readonly audit: AuditApi;
  readonly school: ExportParts['school'];
  readonly files: Pick<FilesApi, 'detach'>;
  readonly packing: JobKind<ArchiveInput>;
}

/** Has everything about a person packed by a job. Whoever asks again gets a new archive instead of the old one. */
export const beginArchive =
  ({ audit, school, files, packing }: ArchivingParts) =>
  async (scope: WriteScope, personId: string): Promise<ArchiveView> => {
    const { db, now, actor } = scope;
    await mustTakeOut(scope, school, personId);
    const mine = await archivesOf(db, { ownerId: actor.personId });
    const [older, others] = [
      mine.filter((one) => one.personId === personId),
      mine.filter((one) => one.personId !== personId),
    ];
    if (others.length >= mostArchives) throw new Problem(enoughArchives, { count: mostArchives, days: archiveDays });
    await dropArchives(files)(scope, older);
    const id = scope.newId();
    const jobId = scope.enqueue(packing, { archiveId: id });
    const archive = { id, personId, ownerId: actor.personId, madeAt: now, jobId, size: null };
    await insertArchive(db, archive);
    await audit.record(scope, {
      act: 'privacy.person-exported',
      aboutPersonId: personId,
      entity: 'people.person',
      entityId: personId,
    });
    return archiveView(archive);
  };

/** Deletes archives; their contents are swept with other files that nothing has. */
export const dropArchives =
  (files: Pick<FilesApi, 'detach'>) =>
  async (scope: WriteScope, archives: readonly ArchiveRow[]): Promise<void> => {
    for (const { id } of archives) await files.detach(scope, { owner: archiveOwnerId, key: id });
    await deleteArchives(
      scope.db,
      archives.map(({ id }) => id),
    );
  };

/** Deletes those that have been kept for long enough. */
export const dropOldArchives =
  (files: Pick<FilesApi, 'detach'>) =>
  async (scope: WriteScope): Promise<void> =>
    dropArchives(files)(
      scope,
      await archivesBefore(scope.db, new Date(scope.now.getTime() - archiveDays * 86_400_000)),
    );

/** Deletes archives of a person who is erased, and those that the person has asked for. */
export const dropArchivesOf =
  (files: Pick<FilesApi, 'detach'>) =>
  async (scope: WriteScope, personId: string): Promise<void> => {
    for (const whose of [{ personId }, { ownerId: personId }])
      await dropArchives(files)(scope, await archivesOf(scope.db, whose));
  };

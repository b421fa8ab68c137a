import { signedIn } from '../../access/permission.ts';
import type { FilesApi } from '../../files/api.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { type ArchivingParts, beginArchive } from '../commands/archives.ts';
import { archiveNotReady, archiveUnknown, enoughArchives } from '../problems.ts';
import { archiveFile, ownArchives, ownArchiveView } from '../queries/archives.ts';
import { ArchiveList, ArchivePath, ArchiveView, PersonParams } from '../schemas.ts';

/** Everything about a person in one file: packed by a job, fetched by whoever asked for it. */
export const archiveRoutes = (parts: ArchivingParts & { readonly files: Pick<FilesApi, 'fileOf'> }) => [
  defineWrite({
    method: 'post',
    path: '/people/:personId/archives',
    operationId: 'packPerson',
    summary:
      'Has everything that is kept about a person packed into one archive: one’s own, of a child, or of whom a coordinator answers for',
    // One's own needs no role; for others the command asks for `privacy.export-person`.
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    stepUp: true,
    status: 202,
    params: PersonParams,
    output: ArchiveView,
    problems: [enoughArchives],
    handle: (scope, { params }) => beginArchive(parts)(scope, params.personId),
  }),
  defineRead({
    path: '/people/:personId/archives',
    operationId: 'listArchives',
    summary: 'The archives of a person that one has asked for and can still fetch',
    permission: signedIn,
    about: { notKept: 'Says only whether an archive is ready.' },
    params: PersonParams,
    output: ArchiveList,
    handle: async (scope, { params }) => ({ items: [...(await ownArchives(parts)(scope, params.personId))] }),
  }),
  defineRead({
    path: '/people/:personId/archives/:archiveId',
    operationId: 'getArchive',
    summary: 'One of these; asks for the password again, so that its file can be fetched by a link',
    permission: signedIn,
    about: { notKept: 'Says only whether an archive is ready.' },
    stepUp: true,
    params: ArchivePath,
    output: ArchiveView,
    problems: [archiveUnknown],
    handle: (scope, { params }) => ownArchiveView(parts)(scope, params.personId, params.archiveId),
  }),
  defineRead({
    path: '/people/:personId/archives/:archiveId/file',
    operationId: 'getArchiveFile',
    summary: 'The archive itself',
    permission: signedIn,
    about: { what: 'privacy.archive-fetched', whose: ({ params }) => [params.personId] },
    stepUp: true,
    params: ArchivePath,
    output: FileOutput,
    produces: 'application/zip',
    problems: [archiveUnknown, archiveNotReady],
    handle: (scope, { params }) => archiveFile(parts)(scope, params.personId, params.archiveId),
  }),
];

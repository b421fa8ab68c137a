import { z } from 'zod';
import { signedIn } from '../../access/permission.ts';
import { fileUnknown } from '../../files/api.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { type ErasingParts, erasePerson } from '../commands/erasePerson.ts';
import { type ExportingParts, exportPerson } from '../commands/exportPerson.ts';
import { erasePerson as mayErase } from '../permissions.ts';
import { nameDiffers, stillActive } from '../problems.ts';
import { exportedFile } from '../queries/exportOf.ts';
import { Erasing, ExportedFilePath, PersonExport, PersonParams } from '../schemas.ts';

export const privacyRoutes = (parts: ErasingParts & ExportingParts) => [
  defineWrite({
    method: 'post',
    path: '/people/:personId/export',
    operationId: 'exportPerson',
    summary: 'Everything that is kept about a person: one’s own, of a child, or of whom a coordinator answers for',
    // One's own needs no role; for others the query asks for `privacy.export-person`.
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    stepUp: true,
    params: PersonParams,
    output: PersonExport,
    handle: (scope, { params }) => exportPerson(parts)(scope, params.personId),
  }),
  defineRead({
    path: '/people/:personId/export/files/:fileId',
    operationId: 'getExportedFile',
    summary: 'The content of a file that the export of a person names',
    permission: signedIn,
    about: { what: 'privacy.file-exported', whose: ({ params }) => [params.personId] },
    stepUp: true,
    params: ExportedFilePath,
    output: FileOutput,
    produces: 'application/octet-stream',
    problems: [fileUnknown],
    handle: (scope, { params }) => exportedFile(parts)(scope, params.personId, params.fileId),
  }),
  defineWrite({
    method: 'post',
    path: '/people/:personId/erasure',
    operationId: 'erasePerson',
    summary: 'Erases a person who is no longer active; counts stay, names do not',
    permission: mayErase,
    about: { notKept: 'The command keeps it itself.' },
    stepUp: true,
    params: PersonParams,
    body: Erasing,
    output: z.object({}),
    problems: [stillActive, nameDiffers],
    handle: async (scope, { params, body }) => {
      await erasePerson(parts)(scope, params.personId, body.name);
      return {};
    },
  }),
];

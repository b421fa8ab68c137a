import { signedIn } from '../../access/permission.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { ReceivedFile } from '../../host/receivedFile.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { keepUpload, storeUpload } from '../commands/keepUpload.ts';
import type { FileOwner } from '../owner.ts';
import { filesProblems, fileUnknown } from '../problems.ts';
import { readFile } from '../queries/readFile.ts';
import { FilePath, FileView, UploadQuery } from '../schemas.ts';
import type { Storage } from '../storage/storage.ts';

const mostBytes = 25_000_000;

export const fileRoutes = (storage: Storage, owners: () => readonly FileOwner[]) => [
  defineWrite({
    method: 'post',
    path: '/files',
    operationId: 'uploadFile',
    summary: 'Takes a picture, PDF, office document or plain text, to be attached to something within a day.',
    permission: signedIn,
    status: 201,
    upload: true,
    bodyLimit: mostBytes,
    query: UploadQuery,
    body: ReceivedFile,
    output: FileView,
    problems: filesProblems,
    prepare: (scope, { body }) => storeUpload(scope, storage, body),
    handle: (scope, { query }, stored) => keepUpload(scope, query.name, stored),
  }),
  defineRead({
    path: '/files/:fileId',
    operationId: 'readFile',
    summary: 'The content of a file that you may read.',
    permission: signedIn,
    params: FilePath,
    output: FileOutput,
    problems: [fileUnknown],
    handle: (scope, { params }) => readFile(scope, storage, owners(), params.fileId),
  }),
];

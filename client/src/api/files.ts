import type { FileView } from '../../../server/files/schemas.ts';
import { problemFrom, unreachable } from './ApiProblem.ts';
import { newKey } from './newKey.ts';

export type StoredFile = FileView;

interface Upload {
  readonly content: Blob;
  readonly name: string;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file, telling how far it is (0 to 1). Throws `ApiProblem`. Only this way of asking tells of progress. */
export function uploadFile({ content, name, onProgress, signal }: Upload): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/files?${new URLSearchParams({ name })}`);
    request.responseType = 'json';
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en');
    request.setRequestHeader('idempotency-key', newKey());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(request.response);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(content);
  });
}

/** Where a file is read. */
export const fileAddress = (id: string): string => `/api/files/${id}`;

import { problemFrom } from './ApiProblem.ts';

/** Asks for a file with a body and hands it to the browser to keep. Throws `ApiProblem`. */
export async function download(path: string, body: unknown, fileName: string): Promise<void> {
  const reply = await fetch(`/api${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang || 'en' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw problemFrom(reply.status, await reply.json().catch(() => undefined));
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

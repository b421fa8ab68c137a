import type { TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { Source } from '../readers/readSources.ts';
import type { ImportFile } from '../readers/textFiles.ts';
import { bytesAPiece, type RunView } from '../schemas/imports.ts';

export const sourceOf = ({ name, text }: ImportFile): Source => ({ name, bytes: Buffer.from(text, 'utf8') });

/** Uploads files as the page does, and has them planned. */
export async function uploaded(
  test: TestApp,
  agent: TestAgent,
  sources: readonly Source[],
  answers: object = {},
): Promise<RunView> {
  const files = sources.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const begun = await agent.post('/api/import/runs').send({ files }).expect(201);
  const { id }: RunView = begun.body;
  for (const [file, { bytes }] of sources.entries())
    for (let nth = 0; nth * bytesAPiece < bytes.length; nth++) {
      const data = Buffer.from(bytes.subarray(nth * bytesAPiece, (nth + 1) * bytesAPiece)).toString('base64');
      await agent.put(`/api/import/runs/${id}/pieces`).send({ file, nth, data }).expect(200);
    }
  return replanned(test, agent, id, answers);
}

/** Plans what was uploaded again, with other answers. */
export async function replanned(test: TestApp, agent: TestAgent, id: string, answers: object = {}): Promise<RunView> {
  await agent.post(`/api/import/runs/${id}/plan`).send(answers).expect(202);
  return settled(test, agent, id);
}

/** Has what was planned carried out. */
export async function applied(test: TestApp, agent: TestAgent, { id, fingerprint }: RunView): Promise<RunView> {
  await agent.post(`/api/import/runs/${id}/apply`).send({ fingerprint }).expect(202);
  return settled(test, agent, id);
}

export async function undone(test: TestApp, agent: TestAgent, id: string): Promise<RunView> {
  await agent.post(`/api/import/runs/${id}/undo`).expect(202);
  return settled(test, agent, id);
}

async function settled(test: TestApp, agent: TestAgent, id: string): Promise<RunView> {
  await test.settle();
  const { body } = await agent.get(`/api/import/runs/${id}`).expect(200);
  return body;
}

import type { Page } from 'playwright-core';
import type { World } from './inBrowser.ts';
import { until } from './until.ts';

/** A tutor and a guardian who have a conversation. */
export async function talkingSchool(world: World) {
  const { school } = world;
  const group = await school.group();
  const tutor = await school.person({ givenName: 'Tomás' });
  await school.tutor(group, tutor);
  const student = await school.student();
  await school.member(group, student);
  const guardian = await school.guardian(student, { givenName: 'Marta' });
  const as = await world.signIn(tutor);
  const { body } = await as.post('/api/messages/threads').send({ personIds: [guardian.id] });
  const threadId = String(body.id);
  return {
    tutor,
    student,
    guardian,
    as,
    threadId,
    path: `/messages/${threadId}`,
    /** What the server has, in order. */
    texts: async (): Promise<string[]> => {
      const reply = await as.get(`/api/messages/threads/${threadId}/changes?since=0`).expect(200);
      return reply.body.items.map(({ text }: { text: string }) => text);
    },
  };
}

export type TalkingSchool = Awaited<ReturnType<typeof talkingSchool>>;

/** Writes in an open conversation. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Until the server has so many messages, and nothing on the page waits to be sent. */
export async function allSent(page: Page, { texts }: Pick<TalkingSchool, 'texts'>, count: number): Promise<void> {
  await until(async () => (await texts()).length >= count);
  await page.getByText('Waits to be sent', { exact: true }).first().waitFor({ state: 'detached' });
}

/** Until the worker keeps the page open without a line. */
export const workerIsThere = (page: Page): Promise<void> =>
  until(() => page.evaluate(() => navigator.serviceWorker.controller !== null));

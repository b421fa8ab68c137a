import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../../server/events/tests/eventually.ts';
import { inBrowser } from './inBrowser.ts';
import { until } from './until.ts';

inBrowser('Messages on a device', (open) => {
  /** A tutor and a guardian, and the address of their conversation. */
  async function talking() {
    const world = await open();
    const { school } = world;
    const group = await school.group();
    const tutor = await school.person({ givenName: 'Tomás' });
    await school.tutor(group, tutor);
    const student = await school.student();
    await school.member(group, student);
    const guardian = await school.guardian(student, { givenName: 'Marta' });
    const as = await world.signIn(tutor);
    const { body } = await as.post('/api/messages/threads').send({ personIds: [guardian.id] });
    return { ...world, tutor, guardian, as, threadId: String(body.id), path: `/messages/${body.id}` };
  }

  const textsOf = async (world: Awaited<ReturnType<typeof talking>>): Promise<string[]> => {
    const { body } = await world.as.get(`/api/messages/threads/${world.threadId}/changes?since=0`).expect(200);
    return body.items.map(({ text }: { text: string }) => text);
  };

  const write = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };

  it('say first who reads them, and reach an open page by themselves', async () => {
    const world = await talking();
    const page = await world.page({ size: 'phone', as: world.guardian });
    await page.goto(world.path);
    await page.getByText('Read here: you and').waitFor();
    await write(page, 'Good evening');
    await page.getByRole('log').getByText('Good evening').waitFor();
    // What is written is shown before it has left.
    await until(async () => (await textsOf(world)).length === 1);
    await world.as.post(`/api/messages/threads/${world.threadId}/messages`).send({
      clientId: '01990000-0000-4000-8000-000000000001',
      text: 'Good evening to you',
    });
    await page.getByRole('log').getByText('Good evening to you').waitFor();
    expect(await textsOf(world)).to.deep.equal(['Good evening', 'Good evening to you']);
  });

  it('wait through a dead line and a closed page, and arrive once', async () => {
    const world = await talking();
    const page = await world.page({ size: 'phone', as: world.guardian });
    // The server takes the message, and its answer never comes back: as when a browser is killed in between.
    const line = await withoutAnswers(page);
    await page.goto(world.path);
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    await eventually('the line is open', () => line.hasJoined);
    let taken = 0;
    await page.route('**/messages/threads/*/messages', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      if (taken++ === 0) await route.fetch();
      return route.fulfill({ status: 429 });
    });
    await write(page, 'Only once');
    // The message itself may be back already by the thread's own news; the queue still waits for the answer.
    await page.getByText('1 waits to be sent').waitFor();
    await eventually('it has gone over the line', () => line.hasSent);
    await write(page, 'And this after it');
    await page.getByText('2 wait to be sent').waitFor();
    const browser = page.context();
    await page.close();
    const again = await browser.newPage();
    await again.goto(world.path);
    await again.getByRole('log').getByText('And this after it').waitFor();
    await until(async () => (await textsOf(world)).length >= 2);
    await again.getByText('Waits to be sent', { exact: true }).waitFor({ state: 'detached' });
    expect(await textsOf(world)).to.deep.equal(['Only once', 'And this after it']);
  });

  it('are gone from the device after signing out, unsent ones too', async () => {
    const world = await talking();
    const page = await world.page({ size: 'desktop', as: world.guardian });
    await page.goto(world.path);
    await write(page, 'Here');
    await page.getByRole('log').getByText('Here').waitFor();
    const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect((await kept()).join()).to.contain('tutoria-of-');
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByLabel('Password').first().waitFor();
    // The way in may be shown while the device is still being emptied.
    await page.waitForFunction(async () =>
      (await indexedDB.databases()).every(({ name }) => !name?.startsWith('tutoria-of-')),
    );
  });
});

/** A line on which everything passes but the answers to messages. */
async function withoutAnswers(page: Page): Promise<{ readonly hasJoined: boolean; readonly hasSent: boolean }> {
  const seen = { hasJoined: false, hasSent: false };
  const unanswered = new Set<string>();
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    line.onMessage((frame) => {
      const asked = /^42(\d+)\["messages:send"/.exec(String(frame))?.[1];
      if (asked !== undefined) unanswered.add(`43${asked}[`);
      seen.hasSent ||= asked !== undefined;
      server.send(frame);
    });
    server.onMessage((frame) => {
      const answer = /^43\d+\[/.exec(String(frame))?.[0] ?? '';
      if (unanswered.has(answer)) return;
      line.send(frame);
      seen.hasJoined ||= answer !== '';
    });
  });
  return seen;
}

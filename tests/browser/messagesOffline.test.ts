import { join } from 'node:path';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { keeping } from '../harness/keeping.ts';
import { accountOf } from '../harness/testAgent.ts';
import { anotherBuild, markOfAnotherBuild } from './anotherBuild.ts';
import { inBrowser, type OpenWorld } from './inBrowser.ts';
import { newProfile, openChromium } from './killableChromium.ts';
import { type Line, openLine } from './line.ts';
import { setClock } from './setClock.ts';
import { allSent, type TalkingSchool, talkingSchool, workerIsThere, write } from './talkingSchool.ts';
import { until } from './until.ts';

const built = join(import.meta.dirname, '../../dist/client');

inBrowser('Messages through dead lines, dead browsers and new builds', (open: OpenWorld) => {
  const keep = keeping();

  /** A school that is reached over a line which a test can cut. */
  async function farAway() {
    const line = await openLine();
    const world = await open({ publicUrl: line.url });
    // Before the server ends, so that nobody is left on the line.
    keep(() => line.close());
    line.lead(`http://127.0.0.1:${world.app.config.port}`);
    return { ...world, ...(await talkingSchool(world)), line };
  }

  const waiting = (page: Page, text: string) => page.getByText(text).first().waitFor();

  it('one is delivered once when the browser is killed between sending and the answer, and one that never left too', async () => {
    const world = await farAway();
    const profile = newProfile();
    keep(async () => profile.remove());
    const first = await openChromium(profile.folder);
    const page = await enter(first.context, world);
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    world.line.loseAnswers();
    await write(page, 'Taken, and not answered');
    await waiting(page, '1 waits to be sent');
    await until(async () => (await world.texts()).length === 1);
    world.line.cut();
    await write(page, 'Never left');
    await waiting(page, '2 wait to be sent');
    await first.kill();

    world.line.mend();
    const second = await openChromium(profile.folder);
    keep(() => second.kill());
    const again = await enter(second.context, world);
    await again.getByRole('log').getByText('Never left').waitFor();
    await allSent(again, world, 2);
    expect(await world.texts()).to.deep.equal(['Taken, and not answered', 'Never left']);
    expect(await unsent(again, world.guardian.id)).to.equal(0);
  });

  it('the product opens without a line: what was loaded can be read, and what is written waits, with the hour of the last answer', async () => {
    const world = await farAway();
    await world.as
      .post(`/api/messages/threads/${world.threadId}/messages`)
      .send({ clientId: '01990000-0000-4000-8000-000000000001', text: 'Until Monday' })
      .expect(200);
    const page = await world.page({ size: 'phone', as: world.guardian, worker: true });
    await page.goto(world.path);
    await page.getByRole('log').getByText('Until Monday').waitFor();
    await workerIsThere(page);
    // What was said is kept at once; who is signed in, with the other replies, some moments later.
    await until(() => isKept(page, world.guardian.id, 'Until Monday'));
    await until(() => isKept(page, world.guardian.id, '"queryKey":["session"]'));
    const browser = page.context();
    await page.close();
    world.line.cut();

    const cold = await browser.newPage();
    await cold.goto(world.path);
    await cold.getByRole('log').getByText('Until Monday').waitFor();
    await write(cold, 'We shall be there');
    await write(cold, 'With the exercise book');
    await waiting(cold, '2 wait to be sent · last synced');
    // Parts of the page that nobody has opened before do not come now, and nothing breaks for want of them.
    await cold.getByRole('button', { name: '2 wait to be sent' }).click();
    const queue = cold.getByRole('dialog', { name: 'What waits to be sent' });
    await queue.getByText('With the exercise book').waitFor();
    await cold.keyboard.press('Escape');
    expect(await cold.getByRole('textbox', { name: 'Write a message' }).isVisible(), 'the page is whole').to.equal(
      true,
    );
    world.line.mend();
    await allSent(cold, world, 3);
    expect(await world.texts()).to.deep.equal(['Until Monday', 'We shall be there', 'With the exercise book']);
  });

  it('a call is noted without a line in three taps, and is in the history once the line is back', async () => {
    const world = await farAway();
    const page = await world.page({ size: 'phone', as: world.tutor, worker: true });
    await page.goto('/messages/calls');
    await page.getByRole('button', { name: 'Note a call' }).first().waitFor();
    await workerIsThere(page);
    await until(() => isKept(page, world.tutor.id, '"reachable"'));
    const browser = page.context();
    await page.close();
    world.line.cut();

    const cold = await browser.newPage();
    await cold.goto('/messages/calls');
    await cold.getByRole('button', { name: 'Note a call' }).first().click();
    await cold.getByText('Nobody answered').click();
    await cold.getByRole('button', { name: 'Save' }).click();
    await waiting(cold, '1 waits to be sent · last synced');
    world.line.mend();
    await until(async () => {
      const { body } = await world.as.get(`/api/messages/students/${world.student.id}/contacts`).expect(200);
      return body.items.length === 1 && body.items[0].isContact === false && body.lastContactAt === null;
    });
  });

  it('a new build comes while three wait and old parts are open: the page renews itself, nothing is lost, refused or doubled', async () => {
    const world = await farAway();
    const { line } = world;
    line.deploy(built);
    const page = await world.page({ size: 'desktop', as: world.guardian, worker: true });
    await page.goto(world.path);
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    await workerIsThere(page);
    line.refuseWrites();
    const three = ['First', 'Second', 'Third'];
    for (const text of three) await write(page, text);
    await waiting(page, '3 wait to be sent');
    const next = anotherBuild(built);
    keep(async () => next.remove());
    line.deploy(next.folder);

    // A part that this page has not loaded yet, and that is no longer there.
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Not sent yet');
    await until(async () => (await inStore(page, 'tutoria-drafts', 'drafts')) === 1);
    await page.getByRole('link', { name: 'Settings' }).first().click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await page.locator(markOfAnotherBuild).count()).to.equal(1);
    await waiting(page, '3 wait to be sent');
    line.mend();
    await page.goto(world.path);
    await page.getByRole('log').getByText('Third').waitFor();
    await allSent(page, world, 3);
    expect(await world.texts()).to.deep.equal(three);
    expect(await page.getByRole('textbox', { name: 'Write a message' }).inputValue()).to.equal('Not sent yet');
  });
});

/** Signs the guardian in and opens the conversation; a killed browser may have forgotten its cookies. */
async function enter(
  context: BrowserContext,
  {
    app,
    origin,
    guardian,
    path,
    line,
  }: { readonly line: Line } & Pick<TalkingSchool, 'guardian' | 'path'> &
    Pick<Awaited<ReturnType<OpenWorld>>, 'app' | 'origin'>,
): Promise<Page> {
  const ahead = app.clock().getTime() - Date.now();
  await context.addInitScript(setClock(ahead));
  const reply = await context.request.post(`${origin}/api/session`, {
    data: await accountOf(app, guardian.id),
    headers: { origin },
  });
  if (!reply.ok()) throw new Error(`Signing in failed: ${reply.status()} ${await reply.text()}`);
  const page = await context.newPage();
  await page.goto(`${line.url}${path}`);
  return page;
}

/** How many entries a person's outbox on this device holds. */
const unsent = (page: Page, personId: string): Promise<number> => inStore(page, `tutoria-of-${personId}`, 'outbox');

/** Whether this is among the replies on the device that may be read without a line. */
const isKept = async (page: Page, personId: string, words: string): Promise<boolean> =>
  (await allIn(page, `tutoria-of-${personId}`, 'kept')).some((one) => one.includes(words));

const inStore = async (page: Page, database: string, store: string): Promise<number> =>
  (await allIn(page, database, store)).length;

/** What lies in a store on the device, as texts. */
const allIn = (page: Page, database: string, store: string): Promise<string[]> =>
  page.evaluate(
    ([name, within]) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction(within ?? '')
            .objectStore(within ?? '')
            .getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map((one) => JSON.stringify(one)));
          };
          reading.onerror = () => reject(reading.error);
        };
      }),
    [database, store],
  );

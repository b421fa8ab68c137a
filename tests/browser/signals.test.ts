import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { accountOf } from '../harness/testAgent.ts';
import { inBrowser, type World } from './inBrowser.ts';
import { talkingSchool, workerIsThere } from './talkingSchool.ts';
import { until } from './until.ts';

inBrowser('Signals on a device', (open) => {
  /** A guardian's page with its worker, and a notice of an urgent message. */
  async function told() {
    const world = await open();
    const talk = await talkingSchool(world);
    const page = await world.page({ size: 'phone', as: talk.guardian, worker: true });
    await page.context().grantPermissions(['notifications'], { origin: world.origin });
    await page.goto('/');
    await workerIsThere(page);
    const say = { clientId: '01990000-0000-4000-8000-000000000001', text: 'Come now', urgent: { reason: 'It rains' } };
    await talk.as.post(`/api/messages/threads/${talk.threadId}/messages`).send(say).expect(200);
    const asGuardian = await world.signIn(talk.guardian);
    const { body } = await asGuardian.get('/api/notices').expect(200);
    return { ...world, ...talk, page, noticeId: String(body.items[0].id) };
  }

  it('are shown in the words of whoever is signed in, and a tap opens what they are about', async () => {
    const world = await told();
    const { page, noticeId, path } = world;
    await deliver(world, page, { id: noticeId, title: 'Messages', body: 'Something new', link: path });
    const [shown, ...more] = await shownOn(page);
    expect(more).to.deep.equal([]);
    expect(shown).to.deep.equal({ title: 'Messages', body: 'An urgent message waits for you', link: path });
    await tap(page.context());
    await page.waitForURL(`**${path}`);
    await page.getByRole('log').getByText('Come now').waitFor();
  });

  it('tell nothing of a notice that is another’s, lead to no other site, and what is no signal is not shown', async () => {
    const world = await told();
    const { page, tutor, noticeId } = world;
    // As when two people share a device: the guardian's notice comes to it while the tutor is signed in.
    const reply = await page.context().request.post('/api/session', {
      data: await accountOf(world.app, tutor.id),
      headers: { origin: world.origin },
    });
    expect(reply.status()).to.equal(200);
    await deliver(world, page, 'no signal at all');
    const foreign = { id: noticeId, title: 'Messages', body: 'Something new', link: '//elsewhere.example/' };
    await deliver(world, page, foreign);
    expect(await shownOn(page)).to.deep.equal([
      { title: 'Messages', body: 'Something new', link: '//elsewhere.example/' },
    ]);
    await tap(page.context());
    await page.waitForURL('**/notices');
  });

  it('can be installed: the manifest names what stands on a home screen, and its pictures are there', async () => {
    const world = await open();
    const page = await world.page({ size: 'phone', as: await world.school.person(), worker: true });
    await page.goto('/');
    await workerIsThere(page);
    const cdp = await page.context().newCDPSession(page);
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    // A browser of tests is a private window, where nothing can be installed whatever the page says.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).to.deep.equal([]);
    const { data, errors } = await cdp.send('Page.getAppManifest');
    expect(errors).to.deep.equal([]);
    const manifest: { icons: { src: string; sizes: string; type: string }[] } = JSON.parse(data ?? '{}');
    for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
      const reply = await page.request.get(src);
      expect(reply.headers()['content-type']).to.equal(type);
      expect(sizeOf(await reply.body())).to.equal(sizes);
    }
  });
});

/** Width and height of a PNG, as a manifest writes them. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

/** As a push service does it: to the worker, whatever page is open. */
async function deliver({ origin }: Pick<World, 'origin'>, page: Page, signal: unknown): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const data = typeof signal === 'string' ? signal : JSON.stringify(signal);
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registrationId, data });
  await cdp.detach();
}

/** What the device shows, once it shows something. */
async function shownOn(page: Page) {
  const look = () =>
    page.evaluate(async () => {
      const notifications = await (await navigator.serviceWorker.ready).getNotifications();
      return notifications.map(({ title, body, data }) => ({ title, body, link: String(data.link) }));
    });
  await until(async () => (await look()).length > 0);
  return look();
}

/** The system tells the worker of a tap on the first of them. */
async function tap(context: BrowserContext): Promise<void> {
  // One that had nothing to do was ended, and begins anew with what comes.
  await until(async () => context.serviceWorkers().length > 0);
  await context
    .serviceWorkers()
    .at(-1)
    ?.evaluate(`(async () => {
    const [notification] = await self.registration.getNotifications();
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  })()`);
}

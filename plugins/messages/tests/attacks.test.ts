import { expect } from 'chai';
import { v4 } from 'uuid';
import { layoutHtml } from '../../../server/mail/compose/layoutHtml.ts';
import { parseMarkdown } from '../../../server/markdown/parseMarkdown.ts';
import {
  asksOutside,
  attacks,
  foreign,
  quiet,
  seenIn,
  strangeLinks,
  watching,
} from '../../../tests/browser/attackTexts.ts';
import { inBrowser } from '../../../tests/browser/inBrowser.ts';
import { launchChromium } from '../../../tests/browser/launchChromium.ts';
import { settled } from '../../../tests/browser/settled.ts';
import { talkingSchool } from '../../../tests/browser/talkingSchool.ts';
import { until } from '../../../tests/browser/until.ts';

inBrowser('What somebody writes in a conversation', (open) => {
  it('runs nothing and leads nowhere in it, among what is found, in what answers it, on Today and in the log of calls', async function () {
    this.timeout(180_000);
    const world = await open();
    const { tutor, guardian, as, threadId, path, student } = await talkingSchool(world);
    const family = await world.signIn(guardian);
    const say = (text: string, replyToId?: string) =>
      family.post(`/api/messages/threads/${threadId}/messages`).send({ clientId: v4(), text, replyToId }).expect(200);
    for (const text of attacks) await say(text.slice(0, 4000));
    const { body: last } = await say(attacks[1] ?? '');
    await say(attacks[2] ?? '', last.id);
    const happenedAt = world.app.clock().toISOString();
    const call = {
      clientId: v4(),
      how: 'phone',
      isContact: true,
      agreed: attacks[0],
      nextStep: attacks[1],
      happenedAt,
    };
    await as.post(`/api/messages/students/${student.id}/calls`).send(call).expect(200);
    await until(async () => {
      await world.settle();
      return (await as.get('/api/messages/search?q=hit').expect(200)).body.items.length > 0;
    });

    const page = await world.page({ size: 'phone', as: tutor });
    const outside = asksOutside(page, world.origin);
    await page.addInitScript(watching);
    for (const address of [path, '/messages', '/', `/people/${student.id}/calls`]) {
      await page.goto(address);
      await settled(page);
      const earlier = page.getByRole('button', { name: 'Show earlier messages' });
      while (await earlier.isVisible()) {
        await earlier.click();
        await settled(page);
      }
      if (address === '/messages') {
        await page.getByRole('searchbox').fill('hit');
        await page.getByRole('list', { name: 'Found messages' }).getByRole('link').first().waitFor();
      }
      expect(await page.getByText(/hit\(/).count(), `nothing of it on ${address}`).to.be.greaterThan(0);
      expect(await seenIn(page), address).to.deep.equal(quiet);
      expect(await strangeLinks(page, 'main'), address).to.deep.equal([]);
      expect(await page.locator('main script, main iframe, main object, main math').count(), address).to.equal(0);
    }
    expect(outside).to.deep.equal([]);
  });
});

describe('What somebody writes, in a mail', () => {
  it('runs nothing, loads nothing and leads nowhere it should not, in mail programs that let scripts run', async function () {
    this.timeout(60_000);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const outside = asksOutside(page, 'about:');
      await page.addInitScript(watching);
      await page.goto('about:blank');
      for (const attack of attacks) {
        const body = parseMarkdown(attack, { linkify: true });
        await page.setContent(layoutHtml({ subject: attack, language: 'en', body, footer: body }));
        expect(await seenIn(page), attack.slice(0, 80)).to.deep.equal(quiet);
        expect(await strangeLinks(page, 'body'), attack.slice(0, 80)).to.deep.equal([]);
        expect(await foreign(page, 'body'), attack.slice(0, 80)).to.equal(0);
      }
      expect(outside).to.deep.equal([]);
    } finally {
      await browser.close();
    }
  });
});

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser } from './inBrowser.ts';
import { talkingSchool, write } from './talkingSchool.ts';
import { until } from './until.ts';

inBrowser('Two who talk', (open) => {
  async function both() {
    const world = await open();
    const talk = await talkingSchool(world);
    const atDesk = await world.page({ size: 'desktop', as: talk.tutor });
    const onPhone = await world.page({ size: 'phone', as: talk.guardian });
    await atDesk.goto(talk.path);
    await atDesk.getByRole('textbox', { name: 'Write a message' }).waitFor();
    return { ...world, ...talk, atDesk, onPhone };
  }

  const inLog = (page: Page, text: string) => page.getByRole('log').getByText(text, { exact: true });
  const ofMessage = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

  it('see each other typing, what has arrived and been read, answers, edits and deletions, at once', async () => {
    const { atDesk, onPhone, path } = await both();
    await write(atDesk, 'When can we talk?');
    await atDesk.getByText('Sent', { exact: true }).waitFor();
    // The other has the product open, and not this conversation.
    await onPhone.goto('/messages');
    await onPhone.getByText('When can we talk?').waitFor();
    await write(atDesk, 'Perhaps tomorrow');
    await atDesk.getByText('Delivered', { exact: true }).waitFor();
    await onPhone.goto(path);
    await inLog(onPhone, 'Perhaps tomorrow').waitFor();
    await atDesk.getByText('Read', { exact: true }).waitFor();

    const field = onPhone.getByRole('textbox', { name: 'Write a message' });
    // It is shown for some moments only, which a slow desk may miss.
    await until(async () => {
      await field.pressSequentially('At ');
      return atDesk.getByText('is typing').isVisible();
    });
    await field.fill('');
    await ofMessage(onPhone, 'When can we talk?').getByRole('button', { name: 'Reply' }).click();
    await write(onPhone, 'At five');
    await inLog(atDesk, 'At five').waitFor();
    await ofMessage(atDesk, 'At five').locator('blockquote').getByText('When can we talk?').waitFor();

    await ofMessage(atDesk, 'Perhaps tomorrow').getByRole('button', { name: 'Edit' }).click();
    await atDesk.getByRole('textbox', { name: 'Text of the message' }).fill('Perhaps on Friday');
    await atDesk.getByRole('button', { name: 'Save' }).click();
    await inLog(onPhone, 'Perhaps on Friday').waitFor();
    await onPhone.getByText('edited').waitFor();
    await ofMessage(atDesk, 'Perhaps on Friday').getByRole('button', { name: 'Delete' }).click();
    await inLog(onPhone, 'Deleted by its author').waitFor();
    expect(await inLog(onPhone, 'Perhaps on Friday').count()).to.equal(0);
    expect(await onPhone.getByRole('log').getAttribute('aria-live')).to.equal('polite');
  });

  it('send pictures that were shrunk before they go over the line, and see them', async () => {
    const { atDesk, onPhone, path } = await both();
    await onPhone.goto(path);
    const photograph = await pictureOf(onPhone, 4000, 3000);
    const upload = onPhone.waitForRequest((asked) => asked.method() === 'POST' && /\/api\/files/.test(asked.url()));
    await onPhone.locator('input[type=file]').setInputFiles({
      name: 'copybook.jpg',
      mimeType: 'image/jpeg',
      buffer: photograph,
    });
    const sent = Number((await (await upload).allHeaders())['content-length']);
    expect(sent).to.be.within(1000, photograph.length / 2);
    await onPhone.getByRole('textbox', { name: 'Write a message' }).fill('My copybook');
    const send = onPhone.getByRole('button', { name: 'Send', exact: true });
    await onPhone.waitForFunction(() => document.querySelector('.attach progress') === null);
    await send.click();
    const seen = ofMessage(atDesk, 'My copybook').getByRole('img', { name: 'copybook.jpg' });
    await seen.waitFor();
    expect(await seen.getAttribute('width')).to.equal('1920');
    expect(
      await seen.evaluate((one) => (one instanceof HTMLImageElement ? one.decode().then(() => one.naturalWidth) : 0)),
    ).to.equal(1920);
  });

  it('are told before the sending who sleeps; what cannot wait goes out with a reason, what can is kept for the morning', async () => {
    const { atDesk, onPhone, path, signIn, guardian } = await both();
    await (await signIn(guardian))
      .put('/api/me/quiet-hours')
      .send({ kind: 'own', fromTime: '00:00', toTime: '23:59' })
      .expect(200);
    await atDesk.reload();
    await atDesk.getByText('has quiet hours now and will be told at 23:59').waitFor();
    await atDesk.getByRole('textbox', { name: 'Write a message' }).fill('The school is closed');
    await atDesk.getByRole('button', { name: 'It cannot wait…' }).click();
    await atDesk.getByRole('textbox', { name: 'Why it cannot wait' }).fill('No heating');
    await atDesk.getByRole('button', { name: 'Send now' }).click();
    await atDesk.getByText('Urgent: No heating').waitFor();
    await onPhone.goto(path);
    await onPhone.getByText('Urgent: No heating').waitFor();
    await atDesk.getByRole('textbox', { name: 'Write a message' }).fill('Good morning');
    await atDesk.getByRole('button', { name: 'Later…' }).click();
    await atDesk.getByRole('button', { name: 'After quiet hours: 23:59' }).click();
    await atDesk.getByRole('button', { name: 'Keep until then' }).click();
    await atDesk.getByRole('button', { name: 'Take back' }).click();
    await atDesk.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' });
  });
});

/** A photograph as a telephone makes it: large, and hard to compress. */
async function pictureOf(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([w, h]) => {
      const canvas = document.createElement('canvas');
      canvas.width = w ?? 0;
      canvas.height = h ?? 0;
      const ground = canvas.getContext('2d');
      for (let at = 0; at < 4000; at++) {
        if (!ground) break;
        ground.fillStyle = `hsl(${(at * 47) % 360} 60% ${(at * 13) % 100}%)`;
        ground.fillRect((at * 131) % (w ?? 1), (at * 197) % (h ?? 1), 60, 60);
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
    },
    [width, height],
  );
  return Buffer.from(base64, 'base64');
}

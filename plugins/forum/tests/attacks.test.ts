import { expect } from 'chai';
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
import { settled } from '../../../tests/browser/settled.ts';
import { boardInBrowser } from './boardInBrowser.ts';

inBrowser('What somebody writes on the forum', (open) => {
  it('runs nothing, loads nothing and leads nowhere it should not, whatever it says', async function () {
    this.timeout(180_000);
    const world = await boardInBrowser(open);
    const { app, tutor, author, boardId, group } = world;
    const all = attacks.join('\n\n').slice(0, 20_000);
    const first = { clientId: app.newId(), title: attacks[0], text: all };
    const { body } = await author.post(`/api/forum/boards/${boardId}/topics`).send(first).expect(201);
    for (const text of attacks)
      await author.post(`/api/forum/topics/${body.topic.id}/posts`).send({ clientId: app.newId(), text }).expect(201);
    const keeper = await world.signIn(tutor);
    const material = { title: attacks[1], text: all };
    await keeper.post(`/api/forum/groups/${group.id}/materials`).send(material).expect(201);
    const report = { reason: attacks[2] };
    await keeper.post(`/api/forum/posts/${body.posts[0].id}/report`).send(report).expect(200);

    const page = await world.page({ size: 'desktop', as: tutor });
    const outside = asksOutside(page, world.origin);
    await page.addInitScript(watching);
    // A page of posts from the start, from the middle and at the end.
    for (const from of ['1', '20', 'end']) {
      await page.goto(`/forum/topics/${body.topic.id}?from=${from}`);
      await settled(page);
      expect(await seenIn(page), `in the topic from ${from}`).to.deep.equal(quiet);
      expect(await strangeLinks(page, '.post')).to.deep.equal([]);
      expect(await foreign(page, '.post')).to.equal(0);
    }
    await page.locator(`#post-${attacks.length + 1}`).waitFor();

    const others = [
      `/forum/search?q=hit`,
      `/forum/boards/${boardId}`,
      `/forum/groups/${group.id}/materials`,
      '/forum/reports',
      '/notices',
    ];
    for (const path of others) {
      await page.goto(path);
      await settled(page);
      expect(await page.getByText(/hit\(/).count(), `nothing of it on ${path}`).to.be.greaterThan(0);
      expect(await seenIn(page), path).to.deep.equal(quiet);
      expect(await strangeLinks(page, 'main'), path).to.deep.equal([]);
      expect(await page.locator('main script, main iframe, main object, main math').count(), path).to.equal(0);
    }
    expect(outside).to.deep.equal([]);
  });
});

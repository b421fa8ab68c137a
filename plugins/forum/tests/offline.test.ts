import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser } from '../../../tests/browser/inBrowser.ts';
import { setClock } from '../../../tests/browser/setClock.ts';
import { until } from '../../../tests/browser/until.ts';
import { boardInBrowser } from './boardInBrowser.ts';

const hourMs = 3_600_000;

inBrowser('The forum without a line', (open) => {
  async function reading() {
    const world = await boardInBrowser(open);
    const first = { clientId: world.app.newId(), title: 'A question', text: 'Where do we meet?' };
    const { body } = await world.author.post(`/api/forum/boards/${world.boardId}/topics`).send(first).expect(201);
    const topicId: string = body.topic.id;
    const texts = async (): Promise<string[]> => {
      const shown = await world.author.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
      return shown.body.posts.map(({ text }: { text: string }) => text);
    };
    const behind = () => world.page({ size: 'phone', as: world.tutor });
    return { ...world, topicId, texts, behind, page: await world.page({ size: 'phone', as: world.student }) };
  }

  const answer = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Your answer' }).fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };

  it('keeps posts and new topics in the queue through a closed page, and each arrives once', async () => {
    const { page, topicId, boardId, texts, author } = await reading();
    await page.goto(`/forum/topics/${topicId}`);
    // The server takes the post, and its answer never comes back: as when a browser is killed in between.
    let taken = 0;
    await page.route('**/api/forum/**', async (route) => {
      if (route.request().method() !== 'POST' || route.request().url().endsWith('/read')) return route.continue();
      if (taken++ === 0) await route.fetch();
      return route.fulfill({ status: 429 });
    });
    await answer(page, 'In the hall');
    await page.getByText('1 waits to be sent').waitFor();
    await answer(page, 'At noon');
    await page.getByRole('list', { name: 'Waiting to be sent' }).getByText('At noon').waitFor();
    await page.goto(`/forum/boards/${boardId}`);
    await page.getByRole('button', { name: 'New topic' }).click();
    await page.getByLabel('What it is about').fill('Homework');
    await page.getByLabel('Text', { exact: true }).fill('Which page?');
    await page.getByRole('button', { name: 'Begin the topic' }).click();
    await page.getByText('3 wait to be sent').waitFor();
    const browser = page.context();
    await page.close();

    const again = await browser.newPage();
    await again.goto(`/forum/boards/${boardId}`);
    await again.getByRole('link', { name: 'Homework' }).waitFor();
    await again.goto(`/forum/topics/${topicId}`);
    await again.getByText('At noon').waitFor();
    await until(async () => (await texts()).length >= 3);
    await again.getByText(/waits? to be sent/).waitFor({ state: 'detached' });
    expect(await texts()).to.deep.equal(['Where do we meet?', 'In the hall', 'At noon']);
    const { body } = await author.get(`/api/forum/boards/${boardId}/topics`).expect(200);
    expect(body.items.map(({ title }: { title: string }) => title)).to.have.members(['Homework', 'A question']);
  });

  it('leads from what waits to the page where it was written', async () => {
    const { page, topicId } = await reading();
    await page.goto(`/forum/topics/${topicId}`);
    await page.route('**/posts', (route) => route.fulfill({ status: 429 }));
    await answer(page, 'In the hall');
    await page.getByText('1 waits to be sent').waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: '1 waits to be sent' }).click();
    const sheet = page.getByRole('dialog', { name: 'What waits to be sent' });
    await sheet.getByRole('link', { name: 'In the hall' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Waiting to be sent' }).getByText('In the hall').waitFor();
  });

  it('keeps title, text and poll of a topic while they are typed, and gives all three back when it is refused', async () => {
    const { page, boardId } = await reading();
    const title = page.getByLabel('What it is about');
    const text = page.getByLabel('Text', { exact: true });
    const [question, first, second] = [
      page.getByLabel('Question'),
      page.getByLabel('Answer 1'),
      page.getByLabel('Answer 2'),
    ];
    const filled = async () => [
      await title.inputValue(),
      await text.inputValue(),
      await question.inputValue(),
      await first.inputValue(),
      await second.inputValue(),
    ];
    const wanted = ['Excursion', 'Where do we go?', 'When?', 'Friday', 'Saturday'];
    await page.goto(`/forum/boards/${boardId}`);
    await page.getByRole('button', { name: 'New topic' }).click();
    await page.getByRole('button', { name: 'Add a poll' }).click();
    for (const [at, field] of [title, text, question, first, second].entries()) await field.fill(wanted[at] ?? '');
    await until(async () => {
      const kept = await page.evaluate(keptDrafts);
      return wanted.every((one) => kept.includes(one));
    });

    await page.reload();
    await page.getByRole('button', { name: 'New topic' }).click();
    await second.waitFor();
    expect(await filled()).to.deep.equal(wanted);
    // On its way the request loses what the server asks for.
    await page.route('**/topics', (route) =>
      route.request().method() === 'POST' ? route.continue({ postData: '{}' }) : route.continue(),
    );
    await page.getByRole('button', { name: 'Begin the topic' }).click();
    await page.getByRole('button', { name: 'Take the text back' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New topic' }).click();
    await second.waitFor();
    expect(await filled()).to.deep.equal(wanted);
  });

  it('puts posts in the order of the server, at its times, on devices whose clocks are an hour off', async () => {
    const { page: ahead, topicId, author, behind: tutorsPage } = await reading();
    const behind = await tutorsPage();
    await ahead.addInitScript(setClock(hourMs));
    await behind.addInitScript(setClock(-hourMs));
    for (const one of [ahead, behind]) await one.goto(`/forum/topics/${topicId}`);
    await answer(ahead, 'From ahead');
    await behind.getByText('From ahead').waitFor();
    await answer(behind, 'From behind');
    await ahead.getByText('From behind').waitFor();
    const { body } = await author.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    const asStored = body.posts.map(({ text, postedAt }: { text: string; postedAt: string }) => [text, postedAt]);
    expect(asStored.map(([text]: string[]) => text)).to.deep.equal(['Where do we meet?', 'From ahead', 'From behind']);
    for (const one of [ahead, behind]) {
      await one.locator('.post').nth(2).waitFor();
      const shown = await one
        .locator('.post')
        .evaluateAll((posts) =>
          posts.map((post) => [
            post.querySelector('.rich')?.textContent ?? '',
            post.querySelector('time')?.getAttribute('datetime') ?? '',
          ]),
        );
      expect(shown).to.deep.equal(asStored);
    }
  });

  it('says why a post was refused, and gives its words back', async () => {
    const { page, topicId, texts, signIn, tutor } = await reading();
    await page.goto(`/forum/topics/${topicId}`);
    await page.getByRole('textbox', { name: 'Your answer' }).fill('Too late');
    const keeper = await signIn(tutor);
    const { body } = await keeper.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    await page.route('**/posts', async (route) => {
      const isClosed = { isClosed: true };
      if (route.request().method() === 'POST')
        await keeper.patch(`/api/forum/topics/${topicId}`).set('If-Match', `"${body.topic.revision}"`).send(isClosed);
      return route.continue();
    });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('The topic is closed').waitFor();
    await page.unroute('**/posts');
    await page.getByText('Too late').waitFor();
    await page.getByRole('button', { name: /Take the text back|Delete/ }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await texts()).to.deep.equal(['Where do we meet?']);
  });

  it('keeps on a student’s device what they have read', async () => {
    const { page, topicId, student } = await reading();
    await page.goto(`/forum/topics/${topicId}`);
    await page.getByText('Where do we meet?').waitFor();
    const kept = () => page.evaluate(keptQueries, student.id);
    await until(async () => (await kept()).includes('Where do we meet?'));
  });
});

/** What lies among the drafts; runs in the page. */
async function keptDrafts(): Promise<string> {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === 'tutoria-drafts')) return '';
  return new Promise((resolve) => {
    const asked = indexedDB.open('tutoria-drafts');
    asked.onsuccess = () => {
      const found = asked.result.transaction('drafts').objectStore('drafts').getAll();
      found.onsuccess = () => {
        asked.result.close();
        resolve(JSON.stringify(found.result));
      };
    };
  });
}

/** What the page keeps for reading without a line; runs in the page. */
async function keptQueries(personId: string): Promise<string> {
  const name = `tutoria-of-${personId}`;
  const there = await indexedDB.databases();
  if (!there.some((one) => one.name === name)) return '';
  return new Promise((resolve) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
      const found = asked.result.transaction('kept').objectStore('kept').get('queries');
      found.onsuccess = () => {
        asked.result.close();
        resolve(JSON.stringify(found.result ?? ''));
      };
    };
  });
}

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser } from '../../../tests/browser/inBrowser.ts';
import { boardInBrowser } from './boardInBrowser.ts';

/** Each would say its name in `window.hit` if anything of it ran. */
const attacks: readonly string[] = [
  '<script>hit("script")</script>',
  '<img src=x onerror="hit(\'img\')">',
  '<svg onload="hit(\'svg\')"><script>hit("svg script")</script></svg>',
  '<iframe srcdoc="<script>parent.hit(\'srcdoc\')</script>"></iframe>',
  '<a href="javascript:hit(\'a\')">click</a>',
  '[click](javascript:hit("link"))',
  '[click](JaVaScRiPt:hit("case"))',
  '[click](java\nscript:hit("newline"))',
  '[click](&#106;avascript:hit("entity"))',
  '[click](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)',
  '[click](vbscript:hit("vb"))',
  '[click](//evil.example/%0ajavascript:hit("slashes"))',
  '![x](x" onerror="hit(\'image title\'))',
  '![x](javascript:hit("image"))',
  '<javascript:hit("autolink")>',
  '[x]: javascript:hit("reference")\n\n[x]',
  '```html\n<script>hit("fence")</script>\n```',
  '<math><mtext><table><mglyph><style><img src=x onerror="hit(\'mxss\')">',
  '<form action="javascript:hit(\'form\')"><button>send</button></form>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:hit(\'meta\')">',
  '<style>@import "https://evil.example/x.css"; body { background: url(https://evil.example/b) }</style>',
  '"><script>hit("attribute")</script>',
  "'-hit('quote')-'",
  '{{constructor.constructor("hit(1)")()}}',
  '[@Somebody](/people/javascript:hit("mention"))',
  '[up](/\\evil.example)',
  '<details open ontoggle="hit(\'details\')">',
  '<object data="data:text/html,<script>parent.hit(\'object\')</script>"></object>',
];

/** Counts what runs and what the page's policy stops; a text, because it runs in the page. */
const watching = `
  window.found = { hits: [], violations: [] };
  window.hit = (what) => window.found.hits.push(String(what));
  document.addEventListener('securitypolicyviolation', (event) => {
    window.found.violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });
`;

const seenIn = (page: Page): Promise<unknown> => page.evaluate('window.found');

inBrowser('What somebody writes on the forum', (open) => {
  it('runs nothing, loads nothing and leads nowhere it should not, whatever it says', async function () {
    this.timeout(120_000);
    const world = await boardInBrowser(open);
    const { app, tutor, author, boardId } = world;
    const first = { clientId: app.newId(), title: attacks[0], text: attacks.join('\n\n') };
    const { body } = await author.post(`/api/forum/boards/${boardId}/topics`).send(first).expect(201);
    for (const text of attacks)
      await author.post(`/api/forum/topics/${body.topic.id}/posts`).send({ clientId: app.newId(), text }).expect(201);

    const page = await world.page({ size: 'desktop', as: tutor });
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(world.origin)) outside.push(request.url());
    });
    await page.addInitScript(watching);
    await page.goto(`/forum/topics/${body.topic.id}?from=1`);
    await page.locator(`#post-${attacks.length}`).waitFor();
    const links: string[] = await page.evaluate(
      "[...document.querySelectorAll('.post a')].map((one) => one.getAttribute('href') ?? '')",
    );
    const inTopic = await seenIn(page);
    await page.goto(`/forum/search?q=hit`);
    await page.locator('.forum-hit').first().waitFor();
    const inSearch = await seenIn(page);

    for (const seen of [inTopic, inSearch]) expect(seen).to.deep.equal({ hits: [], violations: [] });
    expect(outside).to.deep.equal([]);
    expect(links.filter((href) => !/^(https?:|mailto:|tel:|#|\/(?![/\\]))/.test(href))).to.deep.equal([]);
    expect(
      await page.locator('.post script, .post iframe, .post object, .post form, .post svg[onload]').count(),
    ).to.equal(0);
  });
});

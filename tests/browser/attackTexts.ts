import type { Page } from 'playwright-core';

/** Each would say its name in `window.hit` if anything of it ran. */
export const attacks: readonly string[] = [
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
  // Parsers that disagree about where an element ends.
  '<svg></p><style><a id="</style><img src=1 onerror=hit(\'style end\')>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit(\'comment\')&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=hit(\'noscript\')>">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit('two forms')>",
  '<math><annotation-xml encoding="text/html"><script>hit("annotation")</script></annotation-xml></math>',
  '<xmp><svg><b><style><b title=\'</xmp><img src=1 onerror=hit("xmp")>\'>',
  '<template><script>hit("template")</script></template>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=hit(\'use\')></svg>#x"></svg>',
  '<svg><a><animate attributeName=href values=javascript:hit("animate") /><text y=20>x</text></a></svg>',
  // Names that a page may look up.
  '<a id=found name=hit></a><img name=getElementById><form id=document name=querySelector>',
  // Addresses in other clothes.
  '[x](data:image/svg+xml,<svg onload=hit("data")>)',
  '[x](data:text/html;charset=utf-7,+ADw-script+AD4-hit(1)+ADw-/script+AD4-)',
  '[x](java&Tab;script:hit("tab")) [x](javascript&colon;hit("colon")) [x](\u0001javascript:hit("control"))',
  '[x](blob:https://school.example/hit) [x](file:///etc/passwd) [x](filesystem:https://x.example/hit)',
  '<https://evil.example/"onmouseover="hit(1)> https://evil.example/"onmouseover="hit(2)',
  '[![x](javascript:hit("inner"))](javascript:hit("outer"))',
  // Signs that turn a line around or end it where nobody sees it.
  '[https://school.example/\u202Egpj.exe](https://evil.example/a) \u202E\u2066dlrow\u2069 \u2028hit("line")\u2029',
  // Nesting without end.
  `${'> '.repeat(2000)}deep`,
  `${'['.repeat(4000)}x${']('.repeat(4000)}`,
  `${'*_'.repeat(4000)}x`,
  `${'<div>'.repeat(2000)}x`,
  Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
];

/** Counts what runs and what the page's policy stops; a text, because it runs in the page. */
export const watching = `
  window.found = { hits: [], violations: [] };
  window.hit = (what) => window.found.hits.push(String(what));
  document.addEventListener('securitypolicyviolation', (event) => {
    window.found.violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });
`;

export const seenIn = (page: Page): Promise<unknown> => page.evaluate('window.found');

/** Links of a part of the page that lead neither to a page, nor to mail or telephone. */
export async function strangeLinks(page: Page, within: string): Promise<string[]> {
  const hrefs = await page
    .locator(`${within} a`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return hrefs.filter((href) => !/^(https?:|mailto:|tel:|#|\/(?![/\\]))/.test(href));
}

/** Elements that no text of anybody may become. */
export const foreign = (page: Page, within: string): Promise<number> =>
  page
    .locator(
      ['script', 'iframe', 'object', 'embed', 'form', 'math', 'style', 'template', 'base', 'svg[onload]']
        .map((one) => `${within} ${one}`)
        .join(', '),
    )
    .count();

/** What the page asks of anybody but the server. */
export function asksOutside(page: Page, origin: string): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) asked.push(request.url());
  });
  return asked;
}

/** Nothing ran, and the page's policy had nothing to stop. */
export const quiet = { hits: [], violations: [] };

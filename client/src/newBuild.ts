/** Of which build this page is, by its script: hashed, so another build has another. */
const scriptOf = (page: Document): string | null =>
  page.querySelector('script[type="module"]')?.getAttribute('src') ?? null;

/** The page as the server has it now; the question keeps the worker from answering with what it kept. */
async function pageNow(): Promise<Document> {
  const reply = await fetch('/?now', { cache: 'no-store' });
  return new DOMParser().parseFromString(await reply.text(), 'text/html');
}

/**
 * A part of the page did not come. When the server has another build by now, the page is opened anew: what waits in the
 * outbox and what was typed are kept on the device. Otherwise the cause is thrown on: the line is down, or the part broken.
 */
export async function renewOr(cause: unknown): Promise<never> {
  const now = await pageNow().catch(() => undefined);
  const isNew = now !== undefined && scriptOf(now) !== null && scriptOf(now) !== scriptOf(document);
  if (!isNew) throw cause;
  window.location.reload();
  return new Promise(() => undefined);
}

import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { assetsCache } from './names.ts';
import './push.ts';
import { scope } from './scope.ts';

/*
 * Runs beside the pages, so that the product opens without a line. It keeps programs and texts only, which are the same
 * for everybody: what belongs to a person lies in that person's store (client/src/offline) and goes at sign-out.
 * Other duties, such as push, have files of their own here, which are imported above.
 */

/** Written by the build: the shell, and the pages that must open without a line. */
declare const filesToKeep: readonly { readonly url: string; readonly revision: string | null }[];

const answerWithinMs = 4000;

/** Some versions of the product; the oldest files go first. */
const mostFiles = 400;

precacheAndRoute([...filesToKeep]);
cleanupOutdatedCaches();

/** The server's page first, so that a new version is seen at once; without a line, the one that is kept. */
async function pageOf({ request }: { readonly request: Request }): Promise<Response> {
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(answerWithinMs) });
    if (page.ok || page.redirected) return page;
  } catch {
    // No line, or one that says nothing.
  }
  return (await matchPrecache('/index.html')) ?? fetch(request);
}

registerRoute(new NavigationRoute(pageOf, { denylist: [/^\/api\//, /^\/socket\.io\//] }));

// A hashed file never changes. Those of an older version stay for the pages that are still open.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: assetsCache }),
);

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

/** What the first visit loaded before there was a worker: it comes from the browser's cache, not over the line again. */
scope.addEventListener('message', (event) => {
  const { data } = event;
  const keep = typeof data === 'object' && data && 'keep' in data && Array.isArray(data.keep) ? data.keep : [];
  const files = keep.filter((file): file is string => typeof file === 'string' && file.startsWith('/assets/'));
  event.waitUntil(
    caches.open(assetsCache).then(async (cache) => {
      for (const file of files) if (!(await cache.match(file))) await cache.add(file).catch(() => undefined);
      for (const old of (await cache.keys()).slice(0, -mostFiles)) await cache.delete(old);
    }),
  );
});

import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The product's own server as built, and beside it a port that tells of its event loop and memory since it was last asked. */
const delays = monitorEventLoopDelay({ resolution: 10 });
delays.enable();
const inside = createServer((_request, response) => {
  const told = {
    loopP99Ms: delays.percentile(99) / 1e6,
    loopMostMs: delays.max / 1e6,
    rssBytes: process.memoryUsage.rss(),
  };
  delays.reset();
  response.setHeader('content-type', 'application/json').end(JSON.stringify(told));
});
inside.listen(0, '127.0.0.1', () => console.log(`inside at 127.0.0.1:${inside.address().port}`));
inside.unref();
await import('../../../dist/server/main.js');

/** `npm start`: the built server in production. Needs no development dependency. */
import { dist, isBuilt } from './isBuilt.mjs';

process.env.NODE_ENV ??= 'production';
if (isBuilt()) await import(`${dist}server/main.js`);
else {
  console.error(
    'There is no build. Make one with `npm ci && npm run build`; afterwards `npm prune --omit=dev` is fine.',
  );
  process.exitCode = 1;
}

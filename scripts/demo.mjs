/** `npm run demo`: builds what is not built, then makes a demo school and serves it. */
import { isFresh } from './isBuilt.mjs';

if (!isFresh()) await import('./build.mjs');
process.argv.splice(2, 0, 'demo');
await import('./tutoria.mjs');

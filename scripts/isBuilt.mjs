import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's top folder and its dist, both with a slash at the end. */
export const top = fileURLToPath(new URL('../', import.meta.url));
export const dist = `${top}dist/`;
/** Written at the end of a build; its time is the build's. */
export const stamp = `${dist}.built`;

const sources = [
  'server/',
  'plugins/',
  'client/',
  'templates/',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Every file below a folder that fits, with its whole path. */
export function walk(folder, fits) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return walk(`${path}/`, fits);
    return fits(path) ? [path] : [];
  });
}

export const isBuilt = () => existsSync(stamp);

/** Whether dist was built after the last change of a source. A package without sources is always fresh. */
export function isFresh() {
  if (!isBuilt()) return false;
  const built = statSync(stamp).mtimeMs;
  const isNewer = (file) => statSync(file).mtimeMs > built;
  return sources
    .map((source) => `${top}${source}`)
    .filter((source) => existsSync(source))
    .every((source) => (source.endsWith('/') ? walk(source, isNewer).length === 0 : !isNewer(source)));
}

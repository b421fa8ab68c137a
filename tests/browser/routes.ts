import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '../..');

/** Addresses of the core, read from the one place that declares them. */
function pathsOfCore(): string[] {
  const source = readFileSync(join(top, 'client/src/shell/Pages.tsx'), 'utf8');
  return ['/', ...[...source.matchAll(/<Route path="([^"*]+)"/g)].map(([, path]) => `/${path}`)];
}

/** Read like those of the core: the client's modules are made for its build, not for Node. */
const declaredIn = (file: string): string[] =>
  [...readFileSync(join(top, file), 'utf8').matchAll(/^ +path: '([^']+)'/gm)].map(([, path = '']) => path);

const filesOf = (folder: string, file: string): string[] =>
  readdirSync(join(top, folder))
    .map((name) => join(folder, name, file))
    .filter((path) => existsSync(join(top, path)));

/** Plugins, and the parts of the core that declare their pages as plugins do. */
const pathsOfPlugins = (): string[] =>
  [...filesOf('plugins', 'client/index.tsx'), ...filesOf('client/src/pages', 'part.tsx')].flatMap(declaredIn);

/** Every address that the client declares, in the router's form. */
export const declaredPaths = (): string[] => [...pathsOfCore(), ...pathsOfPlugins()];

/** Whether an address such as `/groups/01890.../heat` belongs to a declared one such as `/groups/:groupId/:tab?`. */
export function isOf(declared: string, path: string): boolean {
  const pattern = declared.replaceAll(/\/:\w+(\?)?/g, (_, optional) => (optional ? '(/[^/]+)?' : '/[^/]+'));
  return new RegExp(`^${pattern}/?$`).test(path);
}

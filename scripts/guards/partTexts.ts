import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sourceFiles } from './sourceFiles.ts';

/** Texts that come with the pages that show them. */
interface Part {
  /** As `lazily` names it. */
  readonly name: string;
  readonly namespace: string;
  /** Keys as the code may write them: whole, and without the first step where a prefix stands for it. */
  readonly keys: readonly string[];
}

interface Source {
  readonly file: string;
  readonly text: string;
  /** Files that come with it. */
  readonly imports: readonly string[];
  readonly lazy: readonly Lazy[];
}

interface Lazy {
  readonly file: string;
  readonly parts: readonly string[];
}

const folderOfPart = /(?:^|\/)(client|[^/]+)\/locales\/([^/]+)\/en\.json$/;
const folderOfPage = /\/client\/(?:src\/pages\/)?([^/]+)\/locales\/en\.json$/;
const staticImport = /^(?:import|export)\s(?!type\b)(?:[^;]*?\sfrom\s+)?'(\.[^']+)';/gm;
const lazyImport = /lazily\(\s*async \(\) => \(await import\('([^']+)'\)\)\.\w+,?\s*([^()]*)\)/g;
const constant = /^const (\w+) = '([^']+)';/gm;
const literal = /(\bt\()?['"`](?:([\w-]+):)?([\w-]+(?:\.[\w-]+)*\.?)(?=['"`]|\$\{)/g;
const plural = /_(?:zero|one|two|few|many|other)$/;

/**
 * Finds components that are downloaded when they are first shown and whose texts would not come with them: `lazily` has to
 * name every part of the texts of which the component, or a file that comes with it, uses a key. One line each.
 */
export function checkPartTexts(top: string): string[] {
  const parts = partsOf(top);
  const sources = new Map(sourcesOf(top).map((source) => [source.file, source]));
  const uses = new Map([...sources.values()].map((source) => [source.file, usesOf(source, parts, top)]));
  const shown = (file: string) => [...closureOf(file, sources)].flatMap((one) => uses.get(one) ?? []);
  const wrong = [...sources.values()].flatMap(({ file, lazy }) =>
    lazy.flatMap((one) =>
      shown(one.file)
        .filter(({ part }) => !one.parts.includes(part))
        .map(
          ({ part, key, at }) =>
            `${relative(top, file)}: ${relative(top, one.file)} comes without ${part}, which ${at} needs for ${key}`,
        ),
    ),
  );
  const first = shown(join(top, 'client/src/main.tsx')).map(
    ({ part, key, at }) => `client/src/main.tsx: the first visit comes without ${part}, which ${at} needs for ${key}`,
  );
  return [...new Set([...first, ...wrong])].sort();
}

const textsIn = (file: string): readonly string[] => keysOf(JSON.parse(readFileSync(file, 'utf8')));

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key))
    : [path.replace(plural, '')];

/** `client.week.title` is also written `week.title`, below a prefix. */
const written = (key: string): readonly string[] =>
  /^(?:client|ui)\./.test(key) ? [key, key.slice(key.indexOf('.') + 1)] : [key];

function partsOf(top: string): readonly Part[] {
  const files = ['client', 'server', 'plugins'].flatMap((folder) => sourceFiles(join(top, folder), /^en\.json$/));
  return files.flatMap((file) => {
    const path = relative(top, file);
    const [, home, name] = folderOfPart.exec(path) ?? [];
    const [, page] = folderOfPage.exec(path) ?? [];
    const keys = textsIn(file).flatMap(written);
    if (home && name) return [{ name: `${home}/${name}`, namespace: home, keys }];
    return page ? [{ name: page, namespace: page, keys }] : [];
  });
}

/** The client and the clients of all plugins. */
function sourcesOf(top: string): readonly Source[] {
  const files = ['client/src', 'plugins'].flatMap((folder) => sourceFiles(join(top, folder), /\.tsx?$/));
  return files
    .filter((file) => /\/client\//.test(file) && !/\/tests\//.test(file))
    .map((file) => sourceOf(file, readFileSync(file, 'utf8')));
}

function sourceOf(file: string, text: string): Source {
  const at = (module = '') => join(dirname(file), module);
  const constants = new Map([...text.matchAll(constant)].map(([, name = '', value = '']) => [name, value]));
  return {
    file,
    text,
    imports: [...text.matchAll(staticImport)].map(([, module]) => at(module)),
    lazy: [...text.matchAll(lazyImport)].map(([, module, rest = '']) => ({
      file: at(module),
      parts: rest
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
        .map((one) => constants.get(one) ?? one.replaceAll("'", '')),
    })),
  };
}

/** A file and all that comes with it. */
function closureOf(file: string, sources: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const found = new Set<string>([file]);
  for (const one of found) for (const next of sources.get(one)?.imports ?? []) found.add(next);
  return found;
}

interface Use {
  readonly part: string;
  readonly key: string;
  readonly at: string;
}

function usesOf({ file, text }: Source, parts: readonly Part[], top: string): readonly Use[] {
  const at = relative(top, file);
  const home = /plugins\/([^/]+)\//.exec(at)?.[1];
  // A word alone is a key only where it is translated.
  const keys = [...text.matchAll(literal)]
    .map(([, isTranslated, namespace, key = '']) => ({ isTranslated, namespace, key }))
    .filter(({ isTranslated, namespace, key }) => isTranslated || namespace || key.includes('.'));
  return parts.flatMap((part) => {
    const isSpokenHere = home === undefined ? text.includes(`'${part.namespace}'`) : home === part.namespace;
    const found = keys.find(
      ({ namespace, key }) =>
        (namespace === undefined ? isSpokenHere : namespace === part.namespace) && isKeyOf(part, key),
    );
    return found ? [{ part: part.name, key: found.key, at }] : [];
  });
}

/** A key that ends with a dot goes on with what is known only when it is shown. */
const isKeyOf = ({ keys }: Part, key: string): boolean =>
  key.endsWith('.') ? keys.some((one) => one.startsWith(key)) : keys.includes(key);

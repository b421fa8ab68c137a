import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const guide = readFileSync(new URL('../../docs/plugin-guide.md', import.meta.url), 'utf8');
const plugin = new URL('book-club/', import.meta.url);

/** The fenced blocks of a page that name a file in their first line, by path. */
const blocksOf = (page: string): Map<string, string> =>
  new Map(
    [...page.matchAll(/^```\w+\n\/\/ (\S+\.\w+)\n(.*?)^```$/gms)].map(([, path = '', code = '']) => [path, code]),
  );

/** `book-club` lies one folder deeper here than below `plugins/`: the one way in which its files differ from the page. */
const asIfBelowPlugins = (code: string): string => code.replaceAll(/'\.\.\/((?:\.\.\/)+(?:server|tests)\/)/g, "'$1");

const fileOf = (path: string): string => {
  const file = new URL(path, plugin);
  return statSync(file, { throwIfNoEntry: false }) ? asIfBelowPlugins(readFileSync(file, 'utf8')) : '(no such file)';
};

/** Paths of blocks that are not the file, to the letter. */
const differing = (page: string): string[] =>
  [...blocksOf(page)].filter(([path, code]) => code !== fileOf(path)).map(([path]) => path);

const filesOfPlugin = readdirSync(fileURLToPath(plugin), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(new URL(path, plugin)).isFile());

describe('The guide for plugin authors', () => {
  it('shows the plugin that is tested, to the letter', () => {
    expect(differing(guide)).to.deep.equal([]);
  });

  it('shows all of it but the translations', () => {
    const shown = [...blocksOf(guide).keys(), 'locales/ru.json', 'locales/es.json'];
    expect(shown).to.have.members(filesOfPlugin);
  });

  it('names the file of every block of code', () => {
    const opened = guide.match(/^```\w+$/gm) ?? [];
    expect(opened).to.have.length(blocksOf(guide).size);
  });

  it('is caught when a block differs by a letter, by an import or by a file that is not there', () => {
    const planted = (from: string, to: string): string[] => {
      expect(guide).to.include(from);
      return differing(guide.replace(from, to));
    };
    expect(planted("'book-club.keep'", "'book-club.keeps'")).to.deep.equal(['permissions.ts']);
    expect(planted("'../../server/http/problem.ts'", "'../server/http/problem.ts'")).to.deep.equal(['problems.ts']);
    expect(planted('// domain/books.ts', '// domain/novels.ts')).to.deep.equal(['domain/novels.ts']);
  });
});

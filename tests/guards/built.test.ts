import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { importsOf } from '../../scripts/guards/importsOf.ts';
import { sourceFiles } from '../../scripts/guards/sourceFiles.ts';

const top = join(import.meta.dirname, '../..');
const dist = join(top, 'dist');

interface Ended {
  readonly status: number;
  readonly output: string;
}

const environment = { PATH: process.env.PATH, HOME: process.env.HOME };

function start(env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: top, env: { ...environment, ...env }, timeout: 15_000 };
    execFile(process.execPath, ['scripts/start.mjs'], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

/** The packages that JavaScript files import, `@scope/name` or `name`. */
function packagesOf(files: readonly string[]): string[] {
  const named = files.flatMap((file) => importsOf(readFileSync(file, 'utf8'), file).map(({ module }) => module));
  const outside = named.filter((name) => !/^[./]|^node:/.test(name) && !builtinModules.includes(name));
  return [...new Set(outside.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name))].sort();
}

describe('The built product', () => {
  before(() => {
    if (!existsSync(join(dist, '.built'))) throw new Error('There is no build: run `npm run build`.');
  });

  it('refuses to start in production without its secrets, and tells how to make them', async () => {
    const { status, output } = await start({});
    expect(status).to.equal(1);
    expect(output).to.include('SESSION_SECRET').and.to.include('randomBytes');
    expect(output).not.to.include('    at ');
  });

  it('refuses to start in production without its public address', async () => {
    const { status, output } = await start({ SESSION_SECRET: 'x'.repeat(64) });
    expect(status).to.equal(1);
    expect(output).to.include('PUBLIC_URL');
  });

  it('refuses an address without TLS in production, where nobody would stay signed in', async () => {
    const { status, output } = await start({ SESSION_SECRET: 'x'.repeat(64), PUBLIC_URL: 'http://tutoria.example' });
    expect(status).to.equal(1);
    expect(output).to.include('https:').and.not.to.include('    at ');
  });

  it('says in a sentence what is wrong with its folder or database', async () => {
    const usual = { SESSION_SECRET: 'x'.repeat(64), PUBLIC_URL: 'https://tutoria.example' };
    const wrong = [
      [{ DATA_DIR: join(top, 'package.json', 'data') }, 'DATA_DIR cannot be used'],
      [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/x' }, 'PostgreSQL cannot be used'],
    ] as const;
    for (const [env, words] of wrong) {
      const { status, output } = await start({ ...usual, ...env });
      expect(status).to.equal(1);
      expect(output)
        .to.include(words)
        .and.not.to.match(/at .*dist\/server/);
    }
  });

  it('imports nothing that production does not install', async () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
      await readFile(join(top, 'package.json'), 'utf8'),
    );
    const used = packagesOf(['server', 'plugins'].flatMap((part) => sourceFiles(join(dist, part), /\.js$/)));
    expect(used).to.include('express').and.to.include('knex');
    expect(used.filter((name) => !(name in dependencies))).to.deep.equal([]);
  });

  it('has everything that the server reads: texts, templates, the files of its workers', () => {
    const isRead = (file: string): boolean => !/\.tsx?$|\/(tests|client)\//.test(file);
    for (const part of ['server', 'plugins', 'templates'])
      for (const file of sourceFiles(join(top, part), /./).filter(isRead))
        expect(existsSync(join(dist, file.slice(top.length))), file).to.equal(true);
    for (const part of ['server', 'plugins'])
      for (const file of sourceFiles(join(dist, part), /\.js$/))
        for (const [, address = ''] of readFileSync(file, 'utf8').matchAll(
          /new URL\(['"](\.[^'"]+\.(?:js|ts))['"], import\.meta\.url\)/g,
        ))
          expect(existsSync(join(file, '..', address)), `${file}: ${address}`).to.equal(true);
  });
});

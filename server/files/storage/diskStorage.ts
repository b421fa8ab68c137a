import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './storage.ts';

const isId = /^[0-9a-f-]{36}$/;

/** Files below a folder, 256 folders wide. */
export function diskStorage(folder: string): Storage {
  const pathOf = (id: string): string => {
    if (!isId.test(id)) throw new Error('Not the id of a content');
    return join(folder, id.slice(-2), id);
  };
  return {
    async put(id, path) {
      const target = pathOf(id);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(path, `${target}.part`);
      const handle = await open(`${target}.part`, 'r+');
      await handle.sync();
      await handle.close();
      await rename(`${target}.part`, target);
    },
    async open(id) {
      const stream = createReadStream(pathOf(id));
      await once(stream, 'open');
      return stream;
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}.part`, { force: true });
    },
    async *list() {
      for (const part of await namesIn(folder)) {
        const names = (await namesIn(join(folder, part))).map((name) => ({ name, path: join(folder, part, name) }));
        const found = await Promise.all(
          names.map(async ({ name, path }) => ({
            id: name.replace(/\.part$/, ''),
            storedAt: (await stat(path)).mtime,
          })),
        );
        yield found.filter(({ id }) => isId.test(id));
      }
    },
  };
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

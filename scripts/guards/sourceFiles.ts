import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder whose name fits, in a fixed order; nothing when the folder is not there. */
export const sourceFiles = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && name.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => !file.includes('/node_modules/'))
        .sort()
    : [];

import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { uploadsIn } from '../host/uploads.ts';
import { peopleApi } from '../people/api.ts';
import { filesApi } from './api.ts';
import { keepMade, storeMade } from './commands/keepMade.ts';
import { keepUpload, storeUpload } from './commands/keepUpload.ts';
import { attach, detach } from './commands/links.ts';
import { collectJob } from './jobs/collect.ts';
import { fileTables } from './migrations/001_files.ts';
import { privacyOfFiles } from './privacy.ts';
import { filesProblems } from './problems.ts';
import { fileAbout, fileOf, filesAbout, filesOf } from './queries/readFile.ts';
import { fileRoutes } from './routes/files.ts';
import { diskStorage } from './storage/diskStorage.ts';
import { s3Storage } from './storage/s3Storage.ts';

export interface FilesParts {
  readonly config: Config;
  installation(): Installation;
}

const daySeconds = 86_400;

/** Files of people: uploaded, made harmless, kept once, read by whoever may read what has them. */
export const createFilesModule = ({ config, installation }: FilesParts) => {
  const storage = config.s3 ? s3Storage(config.s3) : diskStorage(join(config.dataDir, 'files'));
  const collect = collectJob(storage, uploadsIn(config.dataDir));
  return definePlugin({
    ref: filesApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    problems: filesProblems,
    migrations: [fileTables],
    privacy: privacyOfFiles,
    start: () => ({
      api: {
        attach,
        detach,
        filesOf,
        filesAbout,
        fileAbout: (db, personId, fileId) => fileAbout(db, storage, personId, fileId),
        takeIn: (scope, received) => storeUpload(scope, storage, received),
        keep: keepUpload,
        storeMade: (scope, made) => storeMade(scope, storage, made),
        keepMade,
        fileOf: (db, thing) => fileOf(db, storage, thing),
      },
      routes: fileRoutes(storage, () => installation().fileOwners),
      jobs: [collect],
      schedules: [
        {
          name: 'files.collect',
          everySeconds: daySeconds,
          run: async (scope) => void scope.enqueue(collect, {}),
        },
      ],
    }),
  });
};

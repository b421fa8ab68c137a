import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { progressApi } from './api.ts';
import { noteOf } from './queries/noteOf.ts';

/** What plugins tell of a student's week, gathered for whoever writes to the parents. */
export const createProgressModule = (installation: () => Installation) =>
  definePlugin({
    ref: progressApi,
    home: new URL('./', import.meta.url),
    start: () => ({
      api: {
        noteOf: (scope, about, readers) => {
          const { progressSections: sections, texts } = installation();
          return noteOf({ sections, texts }, scope, about, readers);
        },
      },
    }),
  });

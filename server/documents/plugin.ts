import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { keepThread } from '../optimise/worker/keepThread.ts';
import { type Drawn, documentsApi } from './api.ts';
import { contentOf } from './contentOf.ts';
import { invitationCards } from './kinds/invitationCards.ts';
import type { Drawing } from './model.ts';

/** One drawing at a time in the process: a thread with its fonts takes 80 MB and a core. */
const thread = keepThread<Drawing, Drawn, Uint8Array>(new URL('./render/renderTask.ts', import.meta.url));

/** Documents that are printed, declared by plugins and drawn as PDF. */
export const createDocumentsModule = (installation: () => Installation) =>
  definePlugin({
    ref: documentsApi,
    home: new URL('./', import.meta.url),
    start: () => ({
      api: {
        render: (kind, { data, language, zone, madeAt, onProgress }) => {
          const content = contentOf(kind, data, installation().texts, { language, zone });
          const drawing: Drawing = { ...content, language, madeAt };
          return thread.run(drawing, onProgress ? { onProgress } : {});
        },
      },
      documents: [invitationCards],
    }),
  });

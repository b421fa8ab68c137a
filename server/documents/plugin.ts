import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { runTask } from '../optimise/worker/runTask.ts';
import { type Drawn, documentsApi } from './api.ts';
import { contentOf } from './contentOf.ts';
import { invitationCards } from './kinds/invitationCards.ts';
import type { Drawing } from './model.ts';

const drawingTask = new URL('./render/renderTask.ts', import.meta.url);

/** One drawing at a time: a thread with its fonts takes 80 MB and a core. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Documents that are printed, declared by plugins and drawn as PDF. */
export const createDocumentsModule = (installation: () => Installation) => {
  const queue = inTurn();
  return definePlugin({
    ref: documentsApi,
    home: new URL('./', import.meta.url),
    start: () => ({
      api: {
        render: (kind, { data, language, zone, madeAt, onProgress }) => {
          const content = contentOf(kind, data, installation().texts, { language, zone });
          const drawing: Drawing = { ...content, language, madeAt };
          return queue(() =>
            runTask<Drawing, Drawn, Uint8Array>(drawingTask, drawing, onProgress ? { onProgress } : {}),
          );
        },
      },
      documents: [invitationCards],
    }),
  });
};

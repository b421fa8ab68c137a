import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withoutUnusedColours } from './unusedColours.ts';
import { websocketOnly } from './websocketOnly.ts';
import { worker } from './workerPlugin.ts';

const root = fileURLToPath(new URL('./', import.meta.url));
const language = /[\\/]locales[\\/](ru|es|en)\.json$/;
const ofModule = /[\\/](?:server|plugins)[\\/][^\\/]+[\\/]locales[\\/]/;
const writtenByServer = ['problems', 'audit', 'documents', 'footer', 'issues', 'progress', 'links'];
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack[\\/][^\\/]+)[\\/]/;
const kit =
  /[\\/]client[\\/]src[\\/](?:(?:i18n|time|kit)[\\/](?!Diff|Progress)[A-Za-z]+|api[\\/](?:ApiProblem|request|session|queryClient|useWrite|notices))\.(?:tsx?|css)$/;
/** Cards of Today that every student has. */
const studentsToday =
  /[\\/](?:today[\\/](?:NextCard|OwnRequests|UnreadCard|LettersCard)|conversations[\\/]UnreadCard|introductions[\\/]WelcomeCard|contacts[\\/]ConfirmCard)\.tsx$/;
const pluginEntry = /[\\/]plugins[\\/][^\\/]+[\\/]client[\\/]index\.tsx$/;

/** Texts of problems, documents, mails and the audit are written by the server; the browser need not download them. */
const withoutServerTexts: Plugin = {
  name: 'tutoria-without-server-texts',
  enforce: 'pre',
  transform(code, id) {
    if (!language.test(id)) return null;
    const texts: Record<string, unknown> = JSON.parse(code);
    for (const part of writtenByServer) if (ofModule.test(id)) delete texts[part];
    return { code: JSON.stringify(texts), map: null };
  },
};

/** Where the server of `npm run dev` listens. */
const server = `127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root,
  plugins: [withoutServerTexts, withoutUnusedColours, websocketOnly, react(), worker()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One download for the short entries of all plugins.
            { name: 'plugins', test: pluginEntry },
            // Few requests on a weak line: the libraries, and what every page is made of.
            { name: 'vendor', test: vendor },
            { name: 'kit', test: kit },
            { name: 'today', test: studentsToday },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': `http://${server}`,
      '/socket.io': { target: `ws://${server}`, ws: true },
    },
  },
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const entry = fileURLToPath(new URL('./src/worker/worker.ts', import.meta.url));

/** Pages that open without a line, and what reads and sends there. */
const offlinePages =
  /(?:TodayPage|week\/WeekPage|today\/NextCard|(?:Conversation|Conversations)Page|UnreadCard|StudentContacts|CallsPage|offline\/\w+|shell\/Queue)\.tsx?$/;

interface Kept {
  readonly url: string;
  readonly revision: string | null;
}

/**
 * Builds the worker as one file of its own, with the list of what it keeps: the shell, and the pages that open without a
 * line, with all that they import. Everything else is kept when it was first used.
 */
export const worker = (): Plugin => {
  let outDir = '';
  return {
    name: 'tutoria-worker',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async writeBundle(_options, bundle) {
      const files = keptFiles(bundle).map((file): Kept => ({ url: `/${file}`, revision: null }));
      const fixed = ['index.html', 'appearance.js', 'icon.svg', 'manifest.webmanifest'].map(
        (file): Kept => ({ url: `/${file}`, revision: revisionOf(join(outDir, file)) }),
      );
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { filesToKeep: JSON.stringify([...fixed, ...files]), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          lib: { entry, formats: ['iife'], name: 'worker', fileName: () => 'worker.js' },
        },
      });
    },
  };
};

function keptFiles(bundle: Rolldown.OutputBundle): string[] {
  const kept = new Set<string>();
  const take = (name: string): void => {
    const file = bundle[name];
    if (kept.has(name) || file?.type !== 'chunk') return;
    kept.add(name);
    for (const css of file.viteMetadata?.importedCss ?? []) kept.add(css);
    file.imports.forEach(take);
  };
  for (const file of Object.values(bundle))
    if (file.type === 'chunk' && (file.isEntry || file.moduleIds.some((id) => offlinePages.test(id))))
      take(file.fileName);
  return [...kept].toSorted();
}

const revisionOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

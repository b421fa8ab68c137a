import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

/** Built code lies one folder deeper than the sources. */
const packageFile = new URL(
  import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json',
  import.meta.url,
);

/** The product's version. */
export const version = (): string => Package.parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;

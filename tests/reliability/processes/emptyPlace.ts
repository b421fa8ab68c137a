import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialected } from '../../harness/eachDialect.ts';
import { tablesOfProduct } from '../../harness/product.ts';
import { freshPath } from '../../harness/testEnvironment.ts';
import { type Place, placeOf } from './serverProcess.ts';

/** An installation's database; on SQLite it is the file that a server opens in its data folder. */
export async function emptyPlace({ empty }: Pick<Dialected, 'empty'>): Promise<Place> {
  const { config } = await empty(tablesOfProduct());
  const dataDir = freshPath('-data');
  if (config.dialect === 'postgres') return placeOf(config, dataDir);
  mkdirSync(dataDir);
  const file = join(dataDir, 'tutoria.db');
  copyFileSync(config.file, file);
  return placeOf({ dialect: 'sqlite', file }, dataDir);
}

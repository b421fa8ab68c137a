import { ConfigError } from './environment.ts';

const folder =
  'DATA_DIR cannot be used. Give it a folder that this user may write, on a disk with room, and keep the database file in it writable.';
const damaged =
  'The database in DATA_DIR is damaged, or no database of Tutoria. Put the last backup in its place; docs/operating.md says how.';
const noDatabase =
  'PostgreSQL cannot be used. Is it running, and are host, user, password and database of DATABASE_URL right?';
const noRight =
  'The user of DATABASE_URL may not make tables, or the extension btree_gist. Let its owner run: create extension btree_gist';

/** By the codes of Node, SQLite (https://sqlite.org/rescode.html) and PostgreSQL (errcodes, appendix A). */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST|ENOSPC|EDQUOT|SQLITE_(CANTOPEN|READONLY|FULL|PERM)\w*)$/, folder],
  [/^SQLITE_(NOTADB|CORRUPT)\w*$/, damaged],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28P01|28000|3D000|57P03)$/, noDatabase],
  [/^42501$/, noRight],
];

/** What failed while the server started, in words for whoever starts it; undefined for a defect, of which the stack says more. */
export function whyNotStarted(reason: unknown): string | undefined {
  if (reason instanceof ConfigError) return reason.message;
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
  const [, words] = reasons.find(([codes]) => codes.test(code)) ?? [];
  return words && `${words} (${code})`;
}

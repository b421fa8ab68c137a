import type { ContactsApi } from '../../contacts/api.ts';
import type { FilesApi } from '../../files/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import type { TablePrivacy } from '../../host/privacy.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { SchoolApi } from '../../school/api.ts';
import { exportPerson } from '../permissions.ts';
import type { PersonExport } from '../schemas.ts';
import { exportedRows } from '../store/rows.ts';

export interface ExportParts {
  readonly tables: () => readonly TablePrivacy[];
  readonly school: Pick<SchoolApi, 'personAs'>;
  readonly contacts: Pick<ContactsApi, 'hiddenAddresses'>;
  readonly files: Pick<FilesApi, 'filesAbout' | 'fileAbout'>;
}

type ExportedTable = PersonExport['tables'][number];

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s()./-]/g, '');

/** The same rows without what the reader must not find: addresses of those from whom they are separated. */
function withoutAddresses(table: ExportedTable, hidden: readonly string[]): ExportedTable {
  const secrets = hidden.map(plain);
  const told = (value: unknown): unknown =>
    typeof value === 'string' && secrets.some((secret) => plain(value).includes(secret)) ? null : value;
  const rows = table.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)])),
  );
  return { ...table, rows };
}

/** Refuses whoever may not take out what is kept about this person. */
export async function mustTakeOut(scope: ReadScope, school: ExportParts['school'], personId: string): Promise<void> {
  if (scope.actor.personId !== personId) await school.personAs(scope, exportPerson, personId);
}

/** The content of a file that an export names. */
export const exportedFile =
  ({ school, files }: Pick<ExportParts, 'school' | 'files'>) =>
  async (scope: ReadScope, personId: string, fileId: string): Promise<FileReply> => {
    await mustTakeOut(scope, school, personId);
    return { ...(await files.fileAbout(scope.db, personId, fileId)), disposition: 'attachment' };
  };

/** Everything that is kept about a person, table by table: one's own, or of somebody whom the actor answers for. */
export const exportOf =
  ({ tables, school, contacts, files }: ExportParts) =>
  async (scope: ReadScope, personId: string): Promise<PersonExport> => {
    await mustTakeOut(scope, school, personId);
    const found: PersonExport['tables'] = [];
    for (const table of tables()) {
      if (table.exported.length === 0) continue;
      const rows = await exportedRows(scope.db, table, personId);
      if (rows.length > 0) found.push({ table: table.table, why: table.why, rows: [...rows] });
    }
    const hidden = scope.actor.personId === personId ? [] : await contacts.hiddenAddresses(scope);
    return {
      personId,
      madeAt: scope.now.toISOString(),
      files: [...(await files.filesAbout(scope.db, personId))],
      tables: hidden.length === 0 ? found : found.map((one) => withoutAddresses(one, hidden)),
    };
  };

import { addDays } from '../../../server/calendar/api.ts';
import type { FileReply } from '../../../server/host/fileReply.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { csvFor } from '../../../server/import/api.ts';
import type { Apis } from '../apis.ts';
import { homeSchoolSheet } from '../documents/homeSchoolSheet.ts';
import type { HomeSchoolLine } from '../domain/homeSchool/lines.ts';
import { sheetWords } from '../domain/homeSchool/sheetWords.ts';
import type { HomeSchoolLessons, HomeSchoolQuery } from '../schemas/homeSchools.ts';
import { homeSchoolLessons } from './homeSchoolLessons.ts';

/** A term of a large home school fits; paper is for less. */
const most = { csv: 20_000, pdf: 2_000 };

/** Lessons of a home school as a table that spreadsheet programs open, in the reader's language. */
export async function homeSchoolCsv(
  scope: ReadScope,
  apis: Apis,
  homeSchoolId: string,
  query: HomeSchoolQuery,
): Promise<FileReply> {
  const { language } = scope.actor;
  const { columns, states } = sheetWords[language];
  const found = await homeSchoolLessons(scope, apis, homeSchoolId, query, most.csv);
  const rowOf = (line: HomeSchoolLine): string[] => [
    ...[line.on, line.startsTime, line.endsTime, line.groupName],
    [line.subjectName, line.subgroupName].filter(Boolean).join(', '),
    ...[line.teacherName ?? '', String(line.students), states[line.state]],
    line.movedFrom ? `${line.movedFrom.on} ${line.movedFrom.startsTime}` : '',
  ];
  const content = csvFor({ name: '', rows: [columns, ...found.items.map(rowOf)] }, language);
  return fileOf(scope, found, content, 'text/csv');
}

/** The same on paper. */
export async function homeSchoolPdf(
  scope: ReadScope,
  apis: Apis,
  homeSchoolId: string,
  query: HomeSchoolQuery,
): Promise<FileReply> {
  const { language, zone } = scope.actor;
  const found = await homeSchoolLessons(scope, apis, homeSchoolId, query, most.pdf);
  const content = await apis.documents.render(homeSchoolSheet, {
    data: {
      homeSchool: found.homeSchool.name,
      fromOn: found.from,
      untilOn: addDays(found.from, found.days - 1),
      lines: found.items.map(({ id: _id, ...line }) => line),
    },
    ...{ language, zone, madeAt: scope.now },
  });
  return fileOf(scope, found, content, 'application/pdf');
}

const endings = { 'text/csv': 'csv', 'application/pdf': 'pdf' } as const;

const fileOf = (
  { actor }: ReadScope,
  { homeSchool, from }: HomeSchoolLessons,
  content: Uint8Array,
  mediaType: keyof typeof endings,
): FileReply => ({
  fileName: `${sheetWords[actor.language].fileName} ${homeSchool.name} ${from}.${endings[mediaType]}`,
  disposition: 'attachment',
  ...{ mediaType, content, length: content.byteLength },
});

import { FileOutput } from '../../../server/host/fileReply.ts';
import { defineRead, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { answerAgreement } from '../permissions.ts';
import { homeSchoolUnknown, periodTooLong } from '../problems.ts';
import { homeSchoolCsv, homeSchoolPdf } from '../queries/homeSchoolFiles.ts';
import { homeSchoolLessons } from '../queries/homeSchoolLessons.ts';
import { HomeSchoolLessons, HomeSchoolPath, HomeSchoolQuery } from '../schemas/homeSchools.ts';

/** A page shows no more lines. */
const mostShown = 2_000;

const common = {
  permission: answerAgreement,
  params: HomeSchoolPath,
  query: HomeSchoolQuery,
  problems: [homeSchoolUnknown, periodTooLong],
};

/** What a home school receives: the lessons of its students, and what became of them. */
export const homeSchoolRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    ...common,
    path: '/timetable/home-schools/:homeSchoolId/lessons',
    operationId: 'getHomeSchoolLessons',
    summary: 'Lessons in which students of a home school learn, by its own clocks.',
    output: HomeSchoolLessons,
    handle: (scope, { params, query }) => homeSchoolLessons(scope, apis, params.homeSchoolId, query, mostShown),
  }),
  defineRead({
    ...common,
    path: '/timetable/home-schools/:homeSchoolId/lessons/csv',
    operationId: 'getHomeSchoolCsv',
    summary: 'The same as a table for spreadsheet programs.',
    output: FileOutput,
    handle: (scope, { params, query }) => homeSchoolCsv(scope, apis, params.homeSchoolId, query),
  }),
  defineRead({
    ...common,
    path: '/timetable/home-schools/:homeSchoolId/lessons/pdf',
    operationId: 'getHomeSchoolPdf',
    summary: 'The same on paper.',
    output: FileOutput,
    handle: (scope, { params, query }) => homeSchoolPdf(scope, apis, params.homeSchoolId, query),
  }),
];

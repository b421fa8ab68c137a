import { defineQuestion, defineRead, defineWrite } from '../../http/route.ts';
import { applyHours } from '../commands/applyHours.ts';
import { sendHours } from '../permissions.ts';
import { changedSincePlan, hasProblems, homeSchoolUnknown } from '../problems.ts';
import { plannedForClass, previewClassHours } from '../queries/classHours.ts';
import { type HoursModules, hoursIn, hoursTemplate, planned, previewHours } from '../queries/hoursFile.ts';
import {
  ClassHours,
  ClassHoursToApply,
  HomeSchoolPath,
  HoursApplied,
  HoursFile,
  HoursPreview,
  HoursTemplatePath,
  HoursTemplateQuery,
  HoursToApply,
} from '../schemas/hours.ts';
import { FileBytes } from '../schemas/imports.ts';

const ofSchool = { permission: sendHours, params: HomeSchoolPath } as const;
const most = 1_500_000;

/** A home school sends the hours in which it keeps its students busy as a table of its own. */
export const hoursRoutes = (modules: HoursModules) => [
  defineRead({
    path: '/home-schools/:homeSchoolId/hours/template/:format',
    operationId: 'getHoursTemplate',
    summary: 'The students of a home school with the hours that it has given, as a table to fill in',
    permission: sendHours,
    about: { notKept: 'The hours that the home school itself has given, all at once.' },
    params: HoursTemplatePath,
    query: HoursTemplateQuery,
    output: FileBytes,
    produces: 'application/octet-stream',
    problems: [homeSchoolUnknown],
    handle: (scope, { params: { homeSchoolId, format }, query }) =>
      hoursTemplate(scope, modules, homeSchoolId, format, query.language ?? scope.actor.language),
  }),
  defineQuestion({
    ...ofSchool,
    path: '/home-schools/:homeSchoolId/hours/preview',
    operationId: 'previewHours',
    summary: 'What a table of hours would change, or everything that is wrong with it; changes nothing',
    about: { notKept: 'Hours that the home school itself gives.' },
    isHeavy: true,
    bodyLimit: most,
    body: HoursFile,
    output: HoursPreview,
    problems: [homeSchoolUnknown],
    handle: (scope, { params, body }) => previewHours(scope, modules, params.homeSchoolId, body),
  }),
  defineWrite({
    ...ofSchool,
    method: 'post',
    path: '/home-schools/:homeSchoolId/hours',
    operationId: 'sendHours',
    summary: 'Gives the students the hours of the table, exactly as the preview showed, or none',
    about: { what: 'import.hours', whose: (_input, { personIds }) => personIds },
    isHeavy: true,
    bodyLimit: most,
    body: HoursToApply,
    output: HoursApplied,
    problems: [homeSchoolUnknown, hasProblems, changedSincePlan],
    prepare: async (scope, { params, body: { name, data } }) => {
      const read = await hoursIn({ name, data });
      // Refuses whoever may not before anything is locked.
      await planned(scope, modules, params.homeSchoolId, read);
      return read;
    },
    handle: async (scope, { params: { homeSchoolId }, body: { fingerprint } }, read) =>
      applyHours(scope, modules, fingerprint, await planned(scope, modules, homeSchoolId, read)),
  }),
  defineQuestion({
    ...ofSchool,
    path: '/home-schools/:homeSchoolId/class-hours/preview',
    operationId: 'previewClassHours',
    summary: 'Whose hours would become others if a whole class had these; changes nothing',
    about: { notKept: 'Hours that the home school itself gives.' },
    body: ClassHours,
    output: HoursPreview,
    problems: [homeSchoolUnknown],
    handle: (scope, { params, body }) => previewClassHours(scope, modules, params.homeSchoolId, body),
  }),
  defineWrite({
    ...ofSchool,
    method: 'post',
    path: '/home-schools/:homeSchoolId/class-hours',
    operationId: 'sendClassHours',
    summary: 'Gives everybody of a class the same hours, exactly as the preview showed, or nobody',
    about: { what: 'import.hours', whose: (_input, { personIds }) => personIds },
    body: ClassHoursToApply,
    output: HoursApplied,
    problems: [homeSchoolUnknown, hasProblems, changedSincePlan],
    handle: async (scope, { params: { homeSchoolId }, body: { fingerprint, ...wanted } }) =>
      applyHours(scope, modules, fingerprint, await plannedForClass(scope, modules, homeSchoolId, wanted)),
  }),
];

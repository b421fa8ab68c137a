import { defineRead, defineWrite } from '../../../server/http/route.ts';
import { changeHealthNorms } from '../commands/changeHealthNorms.ts';
import { composeTimetable, setHealthNorms } from '../permissions.ts';
import { gradesOverlap, normsBackwards } from '../problems.ts';
import { showHealthNorms } from '../queries/showHealthNorms.ts';
import { HealthNorms, HealthNormsView } from '../schemas/healthNorms.ts';

export const healthNormRoutes = [
  defineRead({
    path: '/timetable/health-norms',
    operationId: 'getHealthNorms',
    summary: 'What the school wants of every timetable for the sake of health.',
    permission: composeTimetable,
    output: HealthNormsView,
    handle: (scope) => showHealthNorms(scope),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/health-norms',
    operationId: 'changeHealthNorms',
    summary: 'Changes the health norms of the school.',
    permission: setHealthNorms,
    body: HealthNorms,
    output: HealthNormsView,
    precondition: true,
    problems: [gradesOverlap, normsBackwards],
    handle: (scope, { body, ifMatch }) => changeHealthNorms(scope, body, ifMatch),
  }),
];

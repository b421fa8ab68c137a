import { signedIn } from '../../access/permission.ts';
import { ofPersonInPath } from '../../audit/about.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { Reachers } from '../access/availabilityAs.ts';
import { putAvailability, putHomeSchoolHours } from '../commands/writeAvailability.ts';
import { writeHomeSchoolHours } from '../permissions.ts';
import { getAvailability } from '../queries/availability.ts';
import { AvailabilityInput, AvailabilityView, HomeSchoolHoursInput, PersonParams } from '../schemas.ts';

export const availabilityRoutes = (reachers: Reachers) => [
  defineRead({
    path: '/people/:personId/availability',
    operationId: 'getAvailability',
    summary: 'When a person can be online: weekly hours, exceptions and hours at the home school',
    permission: signedIn,
    about: ofPersonInPath('calendar.hours'),
    params: PersonParams,
    output: AvailabilityView,
    handle: (scope, { params }) => getAvailability(reachers, scope, params.personId),
  }),
  defineWrite({
    method: 'put',
    path: '/people/:personId/availability',
    operationId: 'putAvailability',
    summary: 'Replaces the weekly hours and exceptions in which a person can be online',
    // One's own needs no role; for others the command asks for `calendar.write-availability`.
    permission: signedIn,
    about: ofPersonInPath('calendar.hours-changed'),
    precondition: true,
    params: PersonParams,
    body: AvailabilityInput,
    output: AvailabilityView,
    problems: [changedMeanwhile],
    handle: (scope, { params, body, ifMatch }) => putAvailability(reachers, scope, params.personId, body, ifMatch),
  }),
  defineWrite({
    method: 'put',
    path: '/people/:personId/home-school-hours',
    operationId: 'putHomeSchoolHours',
    summary: 'Replaces the weekly hours in which a student is taken by the home school',
    permission: writeHomeSchoolHours,
    about: ofPersonInPath('calendar.school-hours-changed'),
    precondition: true,
    params: PersonParams,
    body: HomeSchoolHoursInput,
    output: AvailabilityView,
    problems: [changedMeanwhile],
    handle: (scope, { params, body, ifMatch }) => putHomeSchoolHours(reachers, scope, params.personId, body, ifMatch),
  }),
];

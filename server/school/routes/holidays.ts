import { defineRead, defineWrite } from '../../http/route.ts';
import { addHoliday, changeHoliday, removeHoliday } from '../commands/dates.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { holidayUnknown, referenceUnknown, wholeSchoolOnly } from '../problems.ts';
import { holidayView, listHolidays } from '../queries/basics.ts';
import { Done, HolidayInput, HolidayList, HolidayParams, HolidayView } from '../schemas/school.ts';

export const holidayRoutes = [
  defineRead({
    path: '/holidays',
    operationId: 'listHolidays',
    summary: 'Holidays of all groups, and of the groups within reach',
    permission: readSchool,
    output: HolidayList,
    handle: listHolidays,
  }),
  defineWrite({
    method: 'post',
    path: '/holidays',
    operationId: 'createHoliday',
    summary: 'Adds a holiday of one group or of all',
    permission: editSchool,
    body: HolidayInput,
    output: HolidayView,
    status: 201,
    problems: [referenceUnknown, wholeSchoolOnly],
    handle: async (scope, { body }) => holidayView(scope, await addHoliday(scope, body)),
  }),
  defineWrite({
    method: 'put',
    path: '/holidays/:holidayId',
    operationId: 'changeHoliday',
    summary: 'Changes a holiday',
    permission: editSchool,
    precondition: true,
    params: HolidayParams,
    body: HolidayInput,
    output: HolidayView,
    problems: [holidayUnknown, referenceUnknown, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeHoliday(scope, params.holidayId, body, ifMatch);
      return holidayView(scope, params.holidayId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/holidays/:holidayId',
    operationId: 'deleteHoliday',
    summary: 'Deletes a holiday',
    permission: editSchool,
    params: HolidayParams,
    output: Done,
    problems: [holidayUnknown, wholeSchoolOnly],
    handle: async (scope, { params }) => {
      await removeHoliday(scope, params.holidayId);
      return {};
    },
  }),
];

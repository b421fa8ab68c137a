import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  AbsenceList,
  AbsencePlan,
  AbsenceView,
  AbsentTeacher,
  CoverAbsence,
} from '../../schemas/teacherAbsences.ts';
import { timetableKey } from './watching.ts';

export const teacherAbsencesQuery = queryOptions({
  queryKey: [timetableKey, 'absences'],
  queryFn: ({ signal }) => read<AbsenceList>('/timetable/teacher-absences', signal),
});

/** What could become of each lesson; asks and changes nothing. */
export const absencePlanQuery = (asked: AbsentTeacher) =>
  queryOptions({
    queryKey: [timetableKey, 'absence-plan', asked],
    queryFn: () => write<AbsencePlan>('POST', '/timetable/teacher-absences/plans', asked),
    staleTime: 0,
  });

export const coverAbsence = (covered: CoverAbsence) =>
  write<AbsenceView>('POST', '/timetable/teacher-absences', covered);

export const undoAbsence = (id: string) => write<AbsenceView>('POST', `/timetable/teacher-absences/${id}/undo`);

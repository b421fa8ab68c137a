import { optional, required } from './cell.ts';
import { endTime, line, time, weekdays } from './values.ts';

/** What a home school’s own table says: whom it keeps busy, and when. A row with the student alone: no hours. */
export const hoursColumns = {
  /** The school’s code of the student, or the name. */
  student: required(
    ['student', 'ученик', 'alumno', 'name', 'id', 'фио', 'код', 'обучающийся', 'nombre', 'clave', 'estudiante'],
    line,
  ),
  weekdays: optional(
    ['weekday', 'день недели', 'día', 'weekdays', 'day', 'день', 'дни', 'dia', 'días', 'día de la semana'],
    weekdays,
    null,
  ),
  from: optional(['from', 'с', 'desde', 'start', 'начало', 'от', 'inicio', 'de'], time, null),
  to: optional(['to', 'до', 'hasta', 'end', 'конец', 'по', 'окончание', 'fin', 'a'], endTime, null),
};
export type HoursColumns = typeof hoursColumns;

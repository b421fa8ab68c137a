import { optional, required } from './cell.ts';
import {
  date,
  email,
  endTime,
  key,
  label,
  language,
  line,
  list,
  meetingUrl,
  phone,
  time,
  weekdays,
  wholeNumber,
  word,
  yesOrNo,
  zone,
} from './values.ts';

/*
 * The files of an import: what each column is called in English, Russian and Spanish, and what it holds.
 * Ids are the school's own; lists are separated by `|`.
 */

const id = required(['id', 'код', 'ид', 'clave'], key);
const name = required(['name', 'название', 'nombre'], line);
const zoneColumn = required(['zone', 'часовой пояс', 'зона', 'zona', 'zona horaria'], zone);
const group = ['group', 'группа', 'grupo'] as const;
const subgroup = ['subgroup', 'подгруппа', 'subgrupo'] as const;
const grade = required(['grade', 'класс', 'параллель', 'grado'], wholeNumber(1, 12));
const internetWord = word({
  none: ['нет', 'ninguno', 'no'],
  'phone-only': ['phone', 'телефон', 'только телефон', 'celular', 'solo teléfono'],
  weak: ['слабый', 'débil', 'debil'],
  good: ['хороший', 'bueno', 'buena'],
});

const names = {
  givenName: required(['given_name', 'first name', 'имя', 'nombre'], line),
  familyName: required(['family_name', 'last name', 'фамилия', 'apellidos', 'apellido'], line),
  middleName: optional(['middle_name', 'отчество', 'segundo nombre'], line, null),
  language: required(['language', 'язык', 'idioma', 'lengua'], language),
  zone: zoneColumn,
};
const reach = {
  email: optional(['email', 'e-mail', 'почта', 'электронная почта', 'correo', 'correo electrónico'], email, null),
  phone: optional(['phone', 'телефон', 'teléfono'], phone, null),
};
const line2 = {
  internet: optional(['internet', 'интернет', 'conexión'], internetWord, 'good' as const),
  device: optional(['device', 'устройство', 'dispositivo'], key, null),
};

export const homeSchoolColumns = { id, name, zone: zoneColumn };

export const staffColumns = {
  id,
  ...names,
  ...reach,
  ...line2,
  roles: required(
    ['roles', 'role', 'роли', 'роль', 'rol'],
    list(
      word({
        admin: ['администратор', 'administrador'],
        coordinator: ['ответственный', 'ответственный за до', 'responsable', 'subdirección'],
        head: ['директор', 'dirección', 'director', 'directora'],
        'lead-tutor': ['старший тьютор', 'tutor escolar'],
        psychologist: ['психолог', 'psicólogo', 'psicóloga', 'orientador', 'orientadora'],
        tutor: ['тьютор', 'tutor grupal', 'tutora'],
        teacher: ['учитель', 'преподаватель', 'docente', 'profesor', 'profesora'],
      }),
    ),
  ),
  /** Where a coordinator, head, lead tutor or psychologist works; empty means the whole centre. */
  homeSchool: optional(['home_school', 'школа', 'школа прикрепления', 'plantel'], key, null),
};

export const studentColumns = {
  id,
  ...names,
  ...reach,
  ...line2,
  homeSchool: required(['home_school', 'школа прикрепления', 'школа', 'plantel'], key),
  grade,
  /** Groups in which the student is. */
  groups: optional([...group, 'groups', 'группы', 'grupos'], list(key), []),
  /** Subgroups of these groups: `White`, or `7a/White` where the student is in several groups. */
  subgroups: optional([...subgroup, 'subgroups', 'подгруппы', 'subgrupos'], list(line), []),
};

/** Several rows may have the same id: one for each child. */
export const guardianColumns = {
  id,
  ...names,
  ...reach,
  students: required(['student', 'students', 'ученик', 'обучающийся', 'ученики', 'alumno', 'alumnos'], list(key)),
  relation: required(
    ['relation', 'родство', 'кем приходится', 'parentesco'],
    word({
      mother: ['мать', 'мама', 'madre'],
      father: ['отец', 'папа', 'padre'],
      grandparent: ['бабушка', 'дедушка', 'abuela', 'abuelo'],
      guardian: ['опекун', 'попечитель', 'tutor legal'],
      other: ['другое', 'иное', 'otro', 'otra'],
    }),
  ),
  mayAct: optional(['may_act', 'может действовать', 'puede actuar'], yesOrNo, true),
};

export const groupColumns = {
  id,
  name,
  grade,
  zone: zoneColumn,
  /** Weekdays of the grid. */
  days: required(['days', 'дни', 'días', 'dias'], weekdays),
  /** When each hour of such a day begins, in the group's zone. */
  hours: required(['hours', 'часы', 'начало уроков', 'horas'], list(time)),
  /** How long an hour of the grid is. */
  minutes: required(['minutes', 'минуты', 'длительность', 'minutos'], wholeNumber(5, 240)),
  tutors: optional(['tutor', 'tutors', 'тьютор', 'тьюторы', 'tutores'], list(key), []),
  meetingUrl: optional(['meeting_url', 'ссылка', 'ссылка на комнату', 'enlace'], meetingUrl, null),
};

export const courseColumns = {
  /** Left out: made of group, subgroup and subject. */
  id: optional(['id', 'код', 'ид', 'clave'], key, null),
  group: required(group, key),
  subgroup: optional(subgroup, key, null),
  subject: required(['subject', 'предмет', 'asignatura', 'materia'], label),
  /** Empty is allowed; the group's readiness reports it. */
  teacher: optional(['teacher', 'учитель', 'преподаватель', 'docente', 'profesor'], key, null),
  lessons: required(
    ['lessons_a_week', 'lessons', 'уроков в неделю', 'часов в неделю', 'clases por semana'],
    wholeNumber(1, 40),
  ),
  /** Empty: as long as an hour of the group's grid. */
  minutes: optional(['lesson_minutes', 'minutes', 'минуты', 'длительность', 'minutos'], wholeNumber(5, 240), null),
};

export const windowColumns = {
  person: required(['person', 'id', 'человек', 'код', 'persona', 'clave'], key),
  weekdays: required(['weekday', 'weekdays', 'день', 'день недели', 'día', 'dia'], weekdays),
  from: required(['from', 'с', 'от', 'desde', 'de'], time),
  to: required(['to', 'до', 'по', 'hasta', 'a'], endTime),
  kind: required(
    ['kind', 'вид', 'тип', 'tipo'],
    word({ online: ['онлайн', 'на связи', 'en línea'], busy: ['занят', 'занята', 'ocupado', 'ocupada'] }),
  ),
};

export const termColumns = {
  id: optional(['id', 'код', 'clave'], key, null),
  name,
  startsOn: required(['starts_on', 'starts', 'начало', 'inicio'], date),
  endsOn: required(['ends_on', 'ends', 'конец', 'окончание', 'fin'], date),
};

export const holidayColumns = {
  id: optional(['id', 'код', 'clave'], key, null),
  name,
  /** Empty: all groups. */
  group: optional(group, key, null),
  fromOn: required(['from_on', 'from', 'с', 'начало', 'desde', 'inicio'], date),
  /** Empty: one day. */
  untilOn: optional(['until_on', 'until', 'to', 'по', 'конец', 'hasta', 'fin'], date, null),
};

/** The files by name. Only those given are imported; the others' rows stay as they are. */
export const formats = {
  'home-schools.csv': homeSchoolColumns,
  'staff.csv': staffColumns,
  'students.csv': studentColumns,
  'guardians.csv': guardianColumns,
  'groups.csv': groupColumns,
  'courses.csv': courseColumns,
  'windows.csv': windowColumns,
  'terms.csv': termColumns,
  'holidays.csv': holidayColumns,
} as const;
export type FileName = keyof typeof formats;

export const isFileName = (text: string): text is FileName => Object.hasOwn(formats, text);

import { mostChannels } from '../../contacts/api.ts';
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
  quietHours,
  time,
  weekdays,
  wholeNumber,
  word,
  yesOrNo,
  zone,
} from './values.ts';

/*
 * The forms of an import: what each column is called in English, Russian and Spanish (in this order, then what
 * else it may be called), and what it holds. Ids are the school's own; lists are separated by `|`.
 */

const id = required(['id', 'код', 'clave', 'ид'], key);
const name = required(['name', 'название', 'nombre'], line);
const zoneColumn = required(['zone', 'часовой пояс', 'zona horaria', 'зона', 'zona'], zone);
const group = ['group', 'группа', 'grupo'] as const;
const subgroup = ['subgroup', 'подгруппа', 'subgrupo'] as const;
const subgroupsHeadings = ['subgroups', 'подгруппы', 'subgrupos'] as const;
const grade = required(['grade', 'класс', 'grado', 'параллель'], wholeNumber(1, 12));
const internetWord = word({
  none: ['нет', 'ninguno', 'no'],
  'phone-only': ['phone', 'телефон', 'только телефон', 'celular', 'solo teléfono'],
  weak: ['слабый', 'débil', 'debil'],
  good: ['хороший', 'bueno', 'buena'],
});

const names = {
  givenName: required(['given_name', 'имя', 'nombre', 'first name', 'nombres'], line),
  familyName: required(['family_name', 'фамилия', 'apellidos', 'last name', 'surname', 'apellido'], line),
  middleName: optional(['middle_name', 'отчество', 'segundo nombre'], line, null),
  language: required(['language', 'язык', 'idioma', 'lengua'], language),
  zone: zoneColumn,
};
const reach = {
  email: optional(['email', 'электронная почта', 'correo electrónico', 'e-mail', 'почта', 'correo'], email, null),
  phone: optional(['phone', 'телефон', 'teléfono', 'telefono', 'mobile', 'мобильный телефон', 'celular'], phone, null),
};
/** Empty: as is usual in the school. */
const quiet = {
  quietHours: optional(['quiet_hours', 'тихие часы', 'horas de silencio', 'не беспокоить'], quietHours, null),
};
const connection = {
  internet: optional(['internet', 'интернет', 'conexión'], internetWord, 'good' as const),
  device: optional(['device', 'устройство', 'dispositivo'], key, null),
};
/** Who is no longer with the school; empty: they are. */
const isActive = optional(['active', 'числится', 'activo', 'is_active'], yesOrNo, true);

export const homeSchoolColumns = { id, name, zone: zoneColumn };

export const staffColumns = {
  id,
  ...names,
  ...reach,
  ...quiet,
  ...connection,
  roles: optional(
    ['roles', 'роли', 'roles', 'role', 'роль', 'rol'],
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
    [],
  ),
  /** Where a coordinator, head, lead tutor or psychologist works; empty means the whole centre. */
  homeSchool: optional(['home_school', 'школа прикрепления', 'plantel', 'школа'], key, null),
  isActive,
};

export const studentColumns = {
  id,
  ...names,
  ...reach,
  ...quiet,
  ...connection,
  homeSchool: required(['home_school', 'школа прикрепления', 'plantel', 'школа'], key),
  grade,
  bornOn: optional(['born_on', 'дата рождения', 'fecha de nacimiento', 'birthday', 'день рождения'], date, null),
  /** Groups in which the student is. */
  groups: optional([...group, 'groups', 'группы', 'grupos'], list(key), []),
  /** Subgroups of these groups: `White`, or `7a/White` where the student is in several groups. */
  subgroups: optional([...subgroup, ...subgroupsHeadings], list(line), []),
  isActive,
};

/** Several rows may have the same id: one for each child. */
export const guardianColumns = {
  id,
  ...names,
  ...reach,
  ...quiet,
  students: required(['student', 'ученик', 'alumno', 'students', 'обучающийся', 'ученики', 'alumnos'], list(key)),
  relation: required(
    ['relation', 'кем приходится', 'parentesco', 'родство'],
    word({
      mother: ['мать', 'мама', 'madre'],
      father: ['отец', 'папа', 'padre'],
      grandparent: ['бабушка', 'дедушка', 'abuela', 'abuelo'],
      guardian: ['опекун', 'попечитель', 'tutor legal'],
      other: ['другое', 'иное', 'otro', 'otra'],
    }),
  ),
  maySee: optional(['may_see', 'может видеть', 'puede ver'], yesOrNo, true),
  mayAct: optional(['may_act', 'может действовать', 'puede actuar'], yesOrNo, true),
  isActive,
};

/** Ways to reach people; a person has a row for each, in the order in which they want to be reached. */
export const contactColumns = {
  person: required(['person', 'человек', 'persona', 'id', 'код', 'clave'], key),
  way: required(
    ['way', 'способ', 'medio', 'kind', 'вид', 'tipo'],
    word({
      email: ['e-mail', 'почта', 'эл. почта', 'электронная почта', 'correo', 'correo electrónico'],
      phone: ['телефон', 'teléfono', 'telefono', 'celular'],
      telegram: ['телеграм'],
      whatsapp: ['ватсап', 'вотсап'],
      max: ['макс'],
      vk: ['вконтакте', 'вк'],
      viber: ['вайбер'],
      signal: ['сигнал'],
      other: ['другой', 'другое', 'otro'],
    }),
  ),
  address: required(['address', 'адрес или номер', 'dirección o número', 'адрес', 'dirección', 'номер'], label),
  purpose: optional(
    ['purpose', 'для чего', 'para qué'],
    word({
      any: ['любой вопрос', 'всё', 'cualquiera', 'todo'],
      urgent: ['срочное', 'срочно', 'urgente'],
      study: ['учёба', 'учеба', 'estudio'],
      papers: ['документы', 'documentos'],
    }),
    'any' as const,
  ),
  bestFrom: optional(['best_from', 'удобно с', 'mejor desde'], time, null),
  bestTo: optional(['best_to', 'удобно до', 'mejor hasta'], time, null),
  note: optional(['note', 'примечание', 'nota'], line, null),
  /** Of staff: whether families see it. */
  isPublic: optional(['families_see', 'видно семьям', 'visible para familias'], yesOrNo, false),
  /** Empty: in the order of the rows. */
  place: optional(['order', 'порядок', 'orden'], wholeNumber(1, mostChannels), null),
};

export const groupColumns = {
  id,
  name,
  grade,
  zone: zoneColumn,
  /** Weekdays of the grid; with `hours` and `minutes`, or not at all. */
  days: optional(['days', 'дни', 'días', 'dias'], weekdays, undefined),
  /** When each hour of such a day begins, in the group's zone. */
  hours: optional(['hours', 'начало уроков', 'horas', 'часы'], list(time), undefined),
  /** How long an hour of the grid is. */
  minutes: optional(['minutes', 'минуты', 'minutos', 'длительность'], wholeNumber(5, 240), undefined),
  tutors: optional(['tutor', 'тьютор', 'tutor', 'tutors', 'тьюторы', 'tutores'], list(key), []),
  meetingUrl: optional(['meeting_url', 'ссылка', 'enlace', 'ссылка на комнату'], meetingUrl, null),
  /** Those that exist even before a student is in them. */
  subgroups: optional(subgroupsHeadings, list(label), undefined),
};

/** Hours that are not the same every day; each row adds to the week of its group. */
export const gridColumns = {
  group: required(group, key),
  days: required(['days', 'дни', 'días', 'dias'], weekdays),
  hours: required(['hours', 'начало уроков', 'horas', 'часы'], list(time)),
  minutes: required(['minutes', 'минуты', 'minutos', 'длительность'], wholeNumber(5, 240)),
};

export const memberColumns = {
  student: required(['student', 'ученик', 'alumno', 'обучающийся'], key),
  group: required(group, key),
  subgroup: optional(subgroup, label, null),
  /** Yes: no longer in it. */
  ended: optional(['ended', 'выбыл', 'terminado', 'выбыла'], yesOrNo, false),
};

export const courseColumns = {
  /** Left out: made of group, subgroup and subject. */
  id: optional(['id', 'код', 'clave', 'ид'], key, null),
  group: required(group, key),
  subgroup: optional(subgroup, key, null),
  subject: required(['subject', 'предмет', 'asignatura', 'materia'], label),
  /** Empty is allowed; the group's readiness reports it. */
  teacher: optional(['teacher', 'учитель', 'docente', 'преподаватель', 'profesor'], key, null),
  lessons: required(
    ['lessons_a_week', 'уроков в неделю', 'clases por semana', 'lessons', 'часов в неделю'],
    wholeNumber(1, 40),
  ),
  /** Empty: as long as an hour of the group's grid. */
  minutes: optional(['lesson_minutes', 'минуты', 'minutos', 'minutes', 'длительность'], wholeNumber(5, 240), null),
};

export const windowColumns = {
  person: required(['person', 'человек', 'persona', 'id', 'код', 'clave'], key),
  weekdays: required(['weekday', 'день недели', 'día', 'weekdays', 'день', 'dia'], weekdays),
  from: required(['from', 'с', 'desde', 'от', 'de'], time),
  to: required(['to', 'до', 'hasta', 'по', 'a'], endTime),
  kind: required(
    ['kind', 'вид', 'tipo', 'тип'],
    word({ online: ['онлайн', 'на связи', 'en línea'], busy: ['занят', 'занята', 'ocupado', 'ocupada'] }),
  ),
};

export const termColumns = {
  id: optional(['id', 'код', 'clave'], key, null),
  name,
  startsOn: required(['starts_on', 'начало', 'inicio', 'starts'], date),
  endsOn: required(['ends_on', 'конец', 'fin', 'ends', 'окончание'], date),
};

export const holidayColumns = {
  id: optional(['id', 'код', 'clave'], key, null),
  name,
  /** Empty: all groups. */
  group: optional(group, key, null),
  fromOn: required(['from_on', 'с', 'desde', 'from', 'начало', 'inicio'], date),
  /** Empty: one day. */
  untilOn: optional(['until_on', 'по', 'hasta', 'until', 'to', 'конец', 'fin'], date, null),
};

/** The forms by id. Only those given are imported; the others' rows stay as they are. */
export const formats = {
  'home-schools': homeSchoolColumns,
  staff: staffColumns,
  students: studentColumns,
  guardians: guardianColumns,
  contacts: contactColumns,
  groups: groupColumns,
  grids: gridColumns,
  members: memberColumns,
  courses: courseColumns,
  windows: windowColumns,
  terms: termColumns,
  holidays: holidayColumns,
} as const;
export type Form = keyof typeof formats;

export const forms = [
  'home-schools',
  'staff',
  'students',
  'guardians',
  'contacts',
  'groups',
  'grids',
  'members',
  'courses',
  'windows',
  'terms',
  'holidays',
] as const satisfies readonly Form[];

/** What files and sheets of a form are called in English, Russian and Spanish, then what else they may be called. */
export const formNames: Readonly<Record<Form, readonly [string, string, string, ...string[]]>> = {
  'home-schools': ['home-schools', 'школы', 'planteles', 'home schools', 'schools', 'escuelas'],
  staff: ['staff', 'сотрудники', 'personal', 'employees', 'docentes', 'учителя'],
  students: ['students', 'ученики', 'alumnos', 'обучающиеся', 'estudiantes'],
  guardians: ['guardians', 'родители', 'familias', 'parents', 'padres', 'tutores'],
  contacts: ['contacts', 'контакты', 'contactos', 'способы связи', 'medios de contacto'],
  groups: ['groups', 'группы', 'grupos', 'классы'],
  grids: ['grids', 'часы групп', 'horas de grupos', 'grid', 'hours of groups'],
  members: ['members', 'состав групп', 'integrantes', 'group members'],
  courses: ['courses', 'курсы', 'cursos', 'нагрузка', 'asignaturas'],
  windows: ['windows', 'время', 'horarios', 'hours', 'доступность', 'disponibilidad'],
  terms: ['terms', 'периоды', 'periodos', 'четверти'],
  holidays: ['holidays', 'каникулы', 'vacaciones', 'días festivos'],
};

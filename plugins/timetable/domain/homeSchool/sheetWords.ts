import type { Language } from '../../../../server/host/language.ts';
import type { LineState } from './lines.ts';

interface SheetWords {
  readonly columns: readonly [
    on: string,
    from: string,
    until: string,
    group: string,
    subject: string,
    teacher: string,
    students: string,
    state: string,
    before: string,
  ];
  readonly states: Readonly<Record<LineState, string>>;
  readonly fileName: string;
}

/** Headings of the sheet that a home school receives, as a table and on paper. */
export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  ru: {
    columns: ['Дата', 'Начало', 'Конец', 'Группа', 'Предмет', 'Учитель', 'Учеников школы', 'Состояние', 'Было'],
    states: { planned: 'по расписанию', moved: 'перенесён', cancelled: 'отменён' },
    fileName: 'Уроки',
  },
  es: {
    columns: ['Fecha', 'Inicio', 'Fin', 'Grupo', 'Materia', 'Docente', 'Alumnos del plantel', 'Estado', 'Antes'],
    states: { planned: 'según el horario', moved: 'cambió de hora', cancelled: 'cancelada' },
    fileName: 'Clases',
  },
  en: {
    columns: ['Date', 'Start', 'End', 'Group', 'Subject', 'Teacher', 'Students of the school', 'State', 'Before'],
    states: { planned: 'as planned', moved: 'moved', cancelled: 'cancelled' },
    fileName: 'Lessons',
  },
};

type Language = 'ru' | 'es' | 'en';

const texts: Readonly<
  Record<
    Language,
    { readonly lessons: string; readonly teacher: string; readonly group: string; readonly excused: string }
  >
> = {
  ru: { lessons: 'Уроки', teacher: 'Учитель', group: 'Группа', excused: 'Отсутствие согласовано. Взамен' },
  es: { lessons: 'Clases', teacher: 'Docente', group: 'Grupo', excused: 'Ausencia acordada. En su lugar' },
  en: { lessons: 'Lessons', teacher: 'Teacher', group: 'Group', excused: 'Absence agreed. Instead' },
};

export const feedName = (language: Language, personName: string): string => `${texts[language].lessons}: ${personName}`;

/** What stands below a lesson's title in a calendar. */
export const lessonDescription = (
  language: Language,
  {
    teacherName,
    groupName,
    substitute,
  }: { readonly teacherName: string; readonly groupName: string; readonly substitute?: string | undefined },
): string =>
  [
    ...(groupName ? [`${texts[language].group}: ${groupName}`] : []),
    ...(teacherName ? [`${texts[language].teacher}: ${teacherName}`] : []),
    ...(substitute ? [`${texts[language].excused}: ${substitute}`] : []),
  ].join('\n');

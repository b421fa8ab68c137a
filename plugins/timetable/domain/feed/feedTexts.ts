type Language = 'ru' | 'es' | 'en';

const texts: Readonly<
  Record<Language, { readonly lessons: string; readonly teacher: string; readonly group: string }>
> = {
  ru: { lessons: 'Уроки', teacher: 'Учитель', group: 'Группа' },
  es: { lessons: 'Clases', teacher: 'Docente', group: 'Grupo' },
  en: { lessons: 'Lessons', teacher: 'Teacher', group: 'Group' },
};

export const feedName = (language: Language, personName: string): string => `${texts[language].lessons}: ${personName}`;

/** What stands below a lesson's title in a calendar. */
export const lessonDescription = (
  language: Language,
  { teacherName, groupName }: { readonly teacherName: string; readonly groupName: string },
): string =>
  [
    ...(groupName ? [`${texts[language].group}: ${groupName}`] : []),
    ...(teacherName ? [`${texts[language].teacher}: ${teacherName}`] : []),
  ].join('\n');

import type { Language } from '../../host/language.ts';

/** What newcomers usually are to learn, in every language. */
const usual: readonly Readonly<Record<Language, string>>[] = [
  {
    ru: 'Проверены звук и камера',
    es: 'Probó el sonido y la cámara',
    en: 'Has tried sound and camera',
  },
  {
    ru: 'Знает, где смотреть расписание',
    es: 'Sabe dónde ver el horario',
    en: 'Knows where to find the timetable',
  },
  {
    ru: 'Знает, к кому идти с вопросом',
    es: 'Sabe a quién preguntar',
    en: 'Knows whom to ask',
  },
  {
    ru: 'Прочитана памятка о дистанционном обучении',
    es: 'Leyó la guía de las clases a distancia',
    en: 'Has read the guide to distance learning',
  },
  {
    ru: 'Родители знают, как связаться с тьютором',
    es: 'La familia sabe cómo comunicarse con el tutor',
    en: 'The family knows how to reach the tutor',
  },
];

/** An item in the reader's language when it is one of the usual ones; otherwise as the school has written it. */
export const labelFor = (label: string, language: Language): string =>
  usual.find((texts) => Object.values(texts).includes(label))?.[language] ?? label;

/** Usual items that are not on a list. */
export const usualBeside = (labels: readonly string[], language: Language): string[] =>
  usual.filter((texts) => !Object.values(texts).some((text) => labels.includes(text))).map((texts) => texts[language]);

import { isZone } from '../../host/isZone.ts';
import { isLanguage, type Language } from '../../host/language.ts';
import { bad, good, type Reading } from './cell.ts';

/* What a cell may hold. Every reader takes text without blanks around it. */

const longest = 200;

export function line(text: string): Reading<string> {
  if (/\p{Cc}/u.test(text)) return bad('several-lines');
  return text.length > longest ? bad('too-long', { longest }) : good(text);
}

/** A key of the school's own records; the signs that separate lists are not part of one. */
export function key(text: string): Reading<string> {
  if (/[|/\p{Cc}]/u.test(text)) return bad('key-signs');
  return text.length > 100 ? bad('too-long', { longest: 100 }) : good(text);
}

/** A name that is also a key; only the sign that separates lists is not part of one. */
export const label = (text: string): Reading<string> => (text.includes('|') ? bad('label-signs') : line(text));

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): Reading<number> => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? good(number) : bad('number', { least, most });
  };

const languageNames: Readonly<Record<string, Language>> = {
  русский: 'ru',
  russian: 'ru',
  ruso: 'ru',
  испанский: 'es',
  spanish: 'es',
  español: 'es',
  английский: 'en',
  english: 'en',
  inglés: 'en',
};

export function language(text: string): Reading<Language> {
  const lower = text.toLowerCase();
  const found = isLanguage(lower) ? lower : languageNames[lower];
  return found ? good(found) : bad('language');
}

export const zone = (text: string): Reading<string> => (isZone(text) ? good(text) : bad('zone'));

/** One of a few words, each of which may be written in several ways. */
export const word =
  <T extends string>(words: Readonly<Record<T, readonly string[]>>) =>
  (text: string): Reading<T> => {
    const wanted = text.toLowerCase();
    for (const known in words) if (known === wanted || words[known].includes(wanted)) return good(known);
    return bad('word', { words: Object.keys(words).join(', ') });
  };

export const yesOrNo = (text: string): Reading<boolean> => {
  const found = word({ yes: ['да', 'sí', 'si', 'true', '1', '+'], no: ['нет', 'false', '0', '-'] })(text);
  return found.ok ? good(found.value === 'yes') : bad('yes-or-no');
};

/** A list, separated by `|`. */
export const list =
  <T>(read: (text: string) => Reading<T>) =>
  (text: string): Reading<readonly T[]> => {
    const values: T[] = [];
    for (const part of text.split('|')) {
      const value = read(part.trim());
      if (part.trim() === '' || !value.ok) return value.ok ? bad('empty-in-list') : value;
      if (!values.includes(value.value)) values.push(value.value);
    }
    return good(values);
  };

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'янв', 'ene'],
  ['feb', 'фев'],
  ['mar', 'мар'],
  ['apr', 'апр', 'abr'],
  ['may', 'мая', 'май'],
  ['jun', 'июн'],
  ['jul', 'июл'],
  ['aug', 'авг', 'ago'],
  ['sep', 'сен', 'set'],
  ['oct', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'дек', 'dic'],
];

const monthOf = (name: string): number =>
  monthNames.findIndex((starts) => starts.some((start) => name.toLowerCase().startsWith(start))) + 1;

/** Day, month and year of what people write; undefined when it is none of it. */
function partsOfDate(text: string): readonly [day: string, month: string, year: string] | undefined {
  const [, year, month, day] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?Z?)?)?$/.exec(text) ?? [];
  if (year && month && day) return [day, month, year];
  const [, first, second, third] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  if (first && second && third) return [first, second, third];
  const [, ownDay, word, ownYear] =
    /^(\d{1,2})\.? (?:de )?(\p{L}+)\.?,? (?:de |del )?(\d{4})(?: г\.?)?$/u.exec(text) ?? [];
  if (ownDay && word && ownYear) return [ownDay, String(monthOf(word)), ownYear];
  const [, name, englishDay, englishYear] = /^(\p{L}+) (\d{1,2}),? (\d{4})$/u.exec(text) ?? [];
  return name && englishDay && englishYear ? [englishDay, String(monthOf(name)), englishYear] : undefined;
}

/** `2026-09-01`, `01.09.2026`, `1/9/2026` (day first), `1 сентября 2026 г.`, `1 de septiembre de 2026`, `September 1, 2026`. */
export function date(text: string): Reading<string> {
  const [day = '', month = '', year = ''] = partsOfDate(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? good(iso) : bad('date');
}

/** `8:30` or `08:30`; `24:00` where a day's end is meant. */
export function time(text: string): Reading<string> {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d\d)(?::00)?$/.exec(text) ?? [];
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? good(`${hours.padStart(2, '0')}:${minutes}`) : bad('time');
}

export const endTime = (text: string): Reading<string> => (text === '24:00' ? good(text) : time(text));

/** `21:00-07:00` in which somebody is not to be disturbed; `none`: there are no such hours. */
export function quietHours(text: string): Reading<string> {
  if (['none', 'no', 'нет', 'ninguna', 'ninguno'].includes(text.toLowerCase())) return good('none');
  const [from = '', to = '', ...more] = text.split(/ ?[-–—] ?/).map((part) => time(part.trim()));
  const isRange = from !== '' && to !== '' && more.length === 0 && from.ok && to.ok && from.value !== to.value;
  return isRange ? good(`${from.value}-${to.value}`) : bad('quiet-hours');
}

/** Minutes since midnight of a time that has been read. */
export const minutesOf = (wallTime: string): number => Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));

const dayNames: readonly (readonly string[])[] = [
  ['1', 'mon', 'monday', 'пн', 'понедельник', 'lun', 'lunes'],
  ['2', 'tue', 'tuesday', 'вт', 'вторник', 'mar', 'martes'],
  ['3', 'wed', 'wednesday', 'ср', 'среда', 'mié', 'mie', 'miércoles', 'miercoles'],
  ['4', 'thu', 'thursday', 'чт', 'четверг', 'jue', 'jueves'],
  ['5', 'fri', 'friday', 'пт', 'пятница', 'vie', 'viernes'],
  ['6', 'sat', 'saturday', 'сб', 'суббота', 'sáb', 'sab', 'sábado', 'sabado'],
  ['7', 'sun', 'sunday', 'вс', 'воскресенье', 'dom', 'domingo'],
];

const weekday = (text: string): number => dayNames.findIndex((names) => names.includes(text.trim().toLowerCase())) + 1;

/** Weekdays by number or name: `1-5`, `mon|wed`, `пн-пт`. 1 is Monday. */
export function weekdays(text: string): Reading<readonly number[]> {
  const found = new Set<number>();
  for (const part of text.split('|')) {
    const [first = 0, last = first] = part.split(/[-–]/).map(weekday);
    if (part.split(/[-–]/).length > 2 || first === 0 || last === 0 || last < first) return bad('weekdays');
    for (let day = first; day <= last; day++) found.add(day);
  }
  return good([...found].toSorted((one, other) => one - other));
}

export const email = (text: string): Reading<string> =>
  text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? good(text) : bad('email');

/** As people write it: brackets, dots, dashes of any length, an extension. Kept so, but for the signs. */
export function phone(text: string): Reading<string> {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ');
  const isPhone = /^\+?[0-9 ()./-]{5,30}(?: ?(?:доб\.?|ext\.?|x|#) ?\d{1,6})?$/i.test(plain);
  return isPhone && plain.replace(/\D/g, '').length >= 5 ? good(plain) : bad('phone');
}

export function meetingUrl(text: string): Reading<string> {
  return text.length <= 500 && URL.canParse(text) && new URL(text).protocol === 'https:' ? good(text) : bad('url');
}

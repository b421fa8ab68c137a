import type { Conflict } from '../domain/model/conflict/smallestConflict.ts';
import type { Constraint } from '../domain/model/constraint.ts';
import type { Problem } from '../domain/model/problem.ts';

export const languages = ['en', 'ru', 'es'] as const;
export type Language = (typeof languages)[number];

/** What a rule of a conflict says; `who` are the people or sets that it is about, `n` its number. */
type RuleWords = Record<ProvableKind, (facts: { readonly who: string; readonly n: number }) => string>;

/** Kinds of rules that a proof can rest on. */
type ProvableKind = Extract<
  Constraint['kind'],
  | 'lock'
  | 'allowed-starts'
  | 'allowed-atoms'
  | 'breaks'
  | 'unavailable'
  | 'max-hours'
  | 'days-between'
  | 'gaps-between'
  | 'same-start'
  | 'not-overlapping'
  | 'joined-if-same-day'
  | 'sequence'
>;

interface Words {
  readonly together: string;
  readonly time: (who: string, missing: number) => string;
  readonly lessons: string;
  readonly rule: string;
  readonly helps: string;
  readonly rules: RuleWords;
  readonly otherRule: string;
  readonly otherLimit: (rule: string, limit: number) => string;
  readonly withoutRule: (rule: string) => string;
  readonly fewer: (count: number) => string;
}

const plural = (language: Language, forms: Readonly<Record<string, string>>, count: number): string =>
  forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '';

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    together: 'certain: no timetable can keep all of this at once',
    time: (who, missing) => `${who}: too little time, hours missing: ${missing}`,
    lessons: 'lessons',
    rule: 'rule',
    helps: 'any of these would help',
    otherRule: 'another rule',
    rules: {
      lock: () => 'the lesson is locked to one hour',
      'allowed-starts': () => 'the lessons may begin at certain hours only',
      'allowed-atoms': () => 'the lessons may be held at certain hours only',
      breaks: () => 'there are no lessons in breaks',
      unavailable: ({ who }) => `${who}: not available at some hours`,
      'max-hours': ({ who, n }) => `${who}: at most ${n} a day`,
      'days-between': ({ n }) => `the lessons are at least ${n} ${n === 1 ? 'day' : 'days'} apart`,
      'gaps-between': ({ n }) => `at least ${n} free ${n === 1 ? 'hour' : 'hours'} between the lessons`,
      'same-start': () => 'the lessons begin together',
      'not-overlapping': () => 'the lessons are not held at the same time',
      'joined-if-same-day': () => 'on one day the lessons follow each other at once',
      sequence: () => 'the lessons have a fixed order',
    },
    otherLimit: (rule, limit) => `${limit} instead in “${rule}”`,
    withoutRule: (rule) => `do without “${rule}”`,
    fewer: (count) => `leave out ${count} of the lessons`,
  },
  ru: {
    together: 'точно: ни одно расписание не может выполнить всё это сразу',
    time: (who, missing) => `${who}: времени не хватает, недостаёт часов: ${missing}`,
    lessons: 'уроки',
    rule: 'правило',
    helps: 'помогло бы любое из этого',
    otherRule: 'ещё одно правило',
    rules: {
      lock: () => 'урок закреплён за одним часом',
      'allowed-starts': () => 'уроки могут начинаться только в определённые часы',
      'allowed-atoms': () => 'уроки могут идти только в определённые часы',
      breaks: () => 'на переменах уроков нет',
      unavailable: ({ who }) => `${who}: в некоторые часы занятий нет`,
      'max-hours': ({ who, n }) => `${who}: не больше ${n} в день`,
      'days-between': ({ n }) => `между уроками не меньше ${n} ${plural('ru', { one: 'дня', other: 'дней' }, n)}`,
      'gaps-between': ({ n }) =>
        `между уроками не меньше ${n} ${plural('ru', { one: 'свободного часа', other: 'свободных часов' }, n)}`,
      'same-start': () => 'уроки начинаются вместе',
      'not-overlapping': () => 'уроки не идут одновременно',
      'joined-if-same-day': () => 'в один день уроки идут подряд',
      sequence: () => 'порядок уроков задан',
    },
    otherLimit: (rule, limit) => `«${rule}»: ${limit} вместо прежнего числа`,
    withoutRule: (rule) => `отказаться от правила «${rule}»`,
    fewer: (count) =>
      `убрать ${count} ${plural('ru', { one: 'урок', few: 'урока', other: 'уроков' }, count)} из названных`,
  },
  es: {
    together: 'seguro: ningún horario puede cumplir todo esto a la vez',
    time: (who, missing) => `${who}: falta tiempo; horas que faltan: ${missing}`,
    lessons: 'clases',
    rule: 'regla',
    helps: 'serviría cualquiera de estos cambios',
    otherRule: 'otra regla',
    rules: {
      lock: () => 'la clase está fijada a una hora',
      'allowed-starts': () => 'las clases solo pueden empezar a ciertas horas',
      'allowed-atoms': () => 'las clases solo pueden darse a ciertas horas',
      breaks: () => 'no hay clases en los recreos',
      unavailable: ({ who }) => `${who}: no disponible a algunas horas`,
      'max-hours': ({ who, n }) => `${who}: ${n} al día como máximo`,
      'days-between': ({ n }) => `entre las clases, al menos ${n} ${n === 1 ? 'día' : 'días'}`,
      'gaps-between': ({ n }) => `entre las clases, al menos ${n} ${n === 1 ? 'hora libre' : 'horas libres'}`,
      'same-start': () => 'las clases empiezan juntas',
      'not-overlapping': () => 'las clases no coinciden',
      'joined-if-same-day': () => 'en un mismo día las clases van seguidas',
      sequence: () => 'las clases tienen un orden fijo',
    },
    otherLimit: (rule, limit) => `${limit} en «${rule}»`,
    withoutRule: (rule) => `prescindir de «${rule}»`,
    fewer: (count) => `quitar ${count} ${count === 1 ? 'clase' : 'clases'} de las nombradas`,
  },
};

/** The conflict in sentences, with the names of the file. */
export function conflictLines(conflict: Conflict, problem: Problem, language: Language): string[] {
  const words = WORDS[language];
  const label = (id: string): string => problem.resources.find((one) => one.id === id)?.label ?? id;
  const lessons = problem.activities.filter(({ id }) => conflict.activities.includes(id));
  const said = new Map(
    conflict.rules.map((rule) => [rule.id, `${sentence(rule, words, conflict, label)} [${rule.id}]`]),
  );
  const ruleOf = (id: string): string => said.get(id) ?? words.otherRule;
  const helps = conflict.helps.map((help) => {
    if (help.kind === 'fewer') return words.fewer(help.count);
    return help.kind === 'other-limit'
      ? words.otherLimit(ruleOf(help.rule), help.limit)
      : words.withoutRule(ruleOf(help.rule));
  });
  return [
    `${words.together}:`,
    ...(conflict.resource === null ? [] : [`  ${words.time(label(conflict.resource), conflict.missing)}`]),
    `  ${words.lessons}: ${lessons.map((one) => `${one.label} (${one.id})`).join(', ')}`,
    ...[...said.values()].map((text) => `  ${words.rule}: ${text}`),
    ...(helps.length === 0 ? [] : [`  ${words.helps}: ${helps.join('; ')}`]),
  ];
}

function sentence(
  rule: Constraint,
  { rules, otherRule }: Words,
  conflict: Conflict,
  label: (id: string) => string,
): string {
  if (!isProvable(rule, rules)) return otherRule;
  const about = 'resource' in rule ? rule.resource : 'resources' in rule ? conflict.resource : null;
  const n = rule.kind === 'max-hours' ? rule.hours : 'min' in rule ? rule.min : 0;
  return rules[rule.kind]({ who: about === null ? '' : label(about), n });
}

const isProvable = (rule: Constraint, words: RuleWords): rule is Constraint & { kind: ProvableKind } =>
  rule.kind in words;

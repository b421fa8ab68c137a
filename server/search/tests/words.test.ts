import { expect } from 'chai';
import { excerptOf } from '../domain/excerpt.ts';
import { askedTerms, termsOfText, termsOfWord } from '../domain/words.ts';

/** Whether a text has every word of a question. */
const finds = (question: string, text: string): boolean => {
  const terms = new Set(termsOfText(text));
  const asked = askedTerms(question);
  return asked.length > 0 && asked.every((alternatives) => alternatives.some((term) => terms.has(term)));
};

describe('Words of a search', () => {
  const found: readonly (readonly [string, string])[] = [
    ['урок', 'Завтра уроки начнутся в девять'],
    ['уроки', 'Урок перенесён'],
    ['перенесен', 'Урок перенесён'],
    ['перенесён', 'Урок перенесен'],
    ['контрольная работа', 'Сдайте контрольную работу до пятницы'],
    ['задание', 'К этим заданиям есть подсказки'],
    ['leccion', 'Las lecciones empiezan a las nueve'],
    ['lección', 'la leccion de hoy'],
    ['tareas', 'Hay una tarea nueva'],
    ['tarea', 'Entreguen las tareas'],
    ['niño', 'Los ninos llegaron'],
    ['exámenes', 'el EXAMEN final'],
    ['lesson', 'Two lessons were moved'],
    ['studying', 'She studies at home'],
    ['7б', 'Класс 7Б едет в музей'],
    ['2026', 'Учебный 2026 год'],
  ];
  for (const [question, text] of found)
    it(`“${question}” finds “${text}”`, () => {
      expect(finds(question, text)).to.equal(true);
    });

  const missed: readonly (readonly [string, string])[] = [
    ['урок', 'Урожай собран'],
    ['tarea', 'Tardes libres'],
    ['lesson', 'Less is more'],
    ['контрольная завтра', 'Контрольная во вторник'],
    ['', 'Что угодно'],
    ['и', 'Лист и стебель'],
  ];
  for (const [question, text] of missed)
    it(`“${question}” does not find “${text}”`, () => {
      expect(finds(question, text)).to.equal(false);
    });

  it('keeps a word of any length to a bounded term', () => {
    expect(termsOfWord('щ'.repeat(5000))[0]?.length).to.be.at.most(40);
  });

  it('shows the part of a long text around what was asked for', () => {
    const text = `${'Вступление без смысла. '.repeat(30)}Здесь перенесены уроки физики. ${'И ещё слова. '.repeat(30)}`;
    const excerpt = excerptOf(text, 'урок');
    expect(excerpt.filter(({ isHit }) => isHit).map((one) => one.text)).to.deep.equal(['уроки']);
    expect(excerpt.map((one) => one.text).join('').length).to.be.below(220);
  });
});

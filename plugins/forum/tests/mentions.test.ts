import { expect } from 'chai';
import { closenessOf } from '../domain/mentions.ts';

const maria = { name: 'Орлова Мария Романовна', givenName: 'Мария', familyName: 'Орлова' };
const jose = { name: 'José Ramón Martínez Ríos', givenName: 'José Ramón', familyName: 'Martínez Ríos' };

describe('What is typed after an @', () => {
  const cases = [
    ['мар', maria, 0],
    ['ОРЛ', maria, 0],
    ['', maria, 0],
    ['ром', maria, 1],
    ['мария орл', maria, 1],
    ['лова', maria, 2],
    ['Пет', maria, undefined],
    ['jose r', jose, 0],
    ['martin', jose, 0],
    ['Rios', jose, 1],
    ['jose mart', jose, 1],
    ['ose', jose, 2],
  ] as const;
  for (const [typed, person, closeness] of cases)
    it(`“${typed}” ${closeness === undefined ? 'does not name' : `is ${closeness} from`} ${person.name}`, () =>
      expect(closenessOf(typed, person)).to.equal(closeness));
});

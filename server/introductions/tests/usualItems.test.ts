import { expect } from 'chai';
import { labelFor, usualBeside } from '../domain/usualItems.ts';

describe('What newcomers usually are to learn', () => {
  it('is said in the language of whoever reads, in whichever it was written down', () => {
    expect(labelFor('Знает, к кому идти с вопросом', 'es')).to.equal('Sabe a quién preguntar');
    expect(labelFor('Sabe a quién preguntar', 'en')).to.equal('Knows whom to ask');
  });

  it('leaves what the school has written itself as it is', () => {
    expect(labelFor('Has a library card', 'ru')).to.equal('Has a library card');
  });

  it('is offered where it is not on the list yet, in any language', () => {
    const all = usualBeside([], 'en');
    expect(usualBeside(['Sabe a quién preguntar', 'Has a library card'], 'en')).to.deep.equal(
      all.filter((label) => label !== 'Knows whom to ask'),
    );
  });
});

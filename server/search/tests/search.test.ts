import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { searchApi } from '../api.ts';

const owner = 'tests.text';

function searching({ app, school }: TestApp) {
  const api = app.api(searchApi);
  const put = (key: string, text: string, place = 'here', authorId: string | null = null) =>
    app.scopes.inWrite(system, (scope) => api.put(scope, { owner, key, place, text, authorId }));
  const find = (words: string, over: { places?: readonly string[]; before?: number; limit?: number } = {}) =>
    app.scopes.inRead(system, ({ db }) => api.find(db, { owner, places: ['here'], limit: 10, words, ...over }));
  return { api, app, school, put, find, keys: async (words: string) => (await find(words)).map(({ key }) => key) };
}

eachApp('The index of words', (start) => {
  it('finds other forms of a word, newest first, and only in the places that it is told', async () => {
    const { put, find, keys } = searching(await start({ catalog: [] }));
    await put('first', 'Урок перенесён на среду');
    await put('second', 'Уроки начнутся в девять');
    await put('elsewhere', 'Урок для других', 'there');
    expect(await keys('урок')).to.deep.equal(['second', 'first']);
    expect(await keys('уроки среда')).to.deep.equal(['first']);
    expect(await find('урок', { places: [] })).to.deep.equal([]);
    expect((await find('урок', { places: ['here', 'there'] })).map(({ key }) => key)).to.deep.equal([
      'elsewhere',
      'second',
      'first',
    ]);
  });

  it('pages by the number of the last hit, without a gap and without a repetition', async () => {
    const { put, find } = searching(await start({ catalog: [] }));
    for (let nth = 0; nth < 25; nth += 1) await put(`text-${nth}`, 'Una tarea', nth % 3 === 0 ? 'here' : 'there');
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await find('tareas', { places: ['here', 'there'], limit: 7, ...(before ? { before } : {}) });
      seen.push(...page.map(({ key }) => key));
      before = page.at(-1)?.number;
      if (page.length < 7) break;
    }
    expect(seen).to.deep.equal(Array.from({ length: 25 }, (_, nth) => `text-${24 - nth}`));
  });

  it('forgets the old words of an edited text, and follows it to another place', async () => {
    const { api, app, put, find, keys } = searching(await start({ catalog: [] }));
    await put('text', 'The lesson is on Monday');
    await put('text', 'The meeting is on Tuesday');
    expect(await keys('lesson')).to.deep.equal([]);
    expect(await keys('meetings')).to.deep.equal(['text']);
    await app.scopes.inWrite(system, (scope) => api.move(scope, owner, ['text'], 'there'));
    expect(await keys('meeting')).to.deep.equal([]);
    expect(await find('meeting', { places: ['there'] })).to.have.length(1);
    await app.scopes.inWrite(system, (scope) => api.remove(scope, owner, ['text']));
    expect(await find('meeting', { places: ['there'] })).to.deep.equal([]);
  });
});

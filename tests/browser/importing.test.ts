import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inBrowser, type World } from './inBrowser.ts';
import { keyboardOf } from './keyboard.ts';
import { settled } from './settled.ts';
import { inWindows1251 } from './windows1251.ts';
import { words } from './words.ts';

const button = (page: Page, key: string, params?: Record<string, unknown>) =>
  page.getByRole('button', { name: words(key, params), exact: true });
const heading = (page: Page, key: string) => page.getByRole('heading', { name: words(key), exact: true });

const file = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: inWindows1251(rows.map((row) => row.join(';')).join('\r\n')),
});

/** As a school office keeps it: a title above the headings, semicolons, the letters of old Windows, days first. */
const files = [
  file('школы.csv', [
    ['код', 'название', 'часовой пояс'],
    ['5', 'Школа № 5', 'Europe/Moscow'],
  ]),
  file('7А.csv', [
    ['Список обучающихся 7 «А» класса', '', '', '', '', '', '', '', ''],
    ['код', 'фамилия', 'имя', 'дата рождения', 'моб.', 'школа', 'класс', 'язык', 'часовой пояс'],
    ['1', 'Ёлкина', 'Мария', '01.09.2013', '8 900 123-45-67', '5', '7', 'русский', 'Europe/Moscow'],
    ['2', 'Щукин', 'Пётр', '14.2.2013', '+7 900 765 43 21', '5', '7', 'русский', 'Europe/Moscow'],
  ]),
];

inBrowser('Taking a school in by keyboard', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await open();
  });

  const people = () => world.app.database.reader('people_person').whereNotNull('externalId');

  it('says what an unknown heading means, carries it out, and takes it back but for what was changed by hand', async () => {
    const page = await world.page({ size: 'desktop', as: await world.school.staff('admin') });
    await page.goto('/import');
    await settled(page);
    const keys = keyboardOf(page);
    const chooser = page.waitForEvent('filechooser');
    await keys.enter(button(page, 'client:import.choose'));
    await (await chooser).setFiles(files);

    await heading(page, 'client:import.mapping').waitFor();
    await keys.to(page.getByRole('combobox', { name: 'моб.' }));
    await keys.type('phone');
    await keys.enter(button(page, 'client:import.lookAgain'));
    await keys.enter(button(page, 'client:import.apply', { count: 5 }));
    await heading(page, 'client:import.outcome.applied').waitFor();
    expect(await people().orderBy('externalId').pluck('phone')).to.deep.equal(['8 900 123-45-67', '+7 900 765 43 21']);
    const born = world.app.database.reader('people_student').orderBy('bornOn').select('bornOn');
    expect(await born).to.deep.equal([{ bornOn: '2013-02-14' }, { bornOn: '2013-09-01' }]);

    await world.app.database.write((trx) =>
      trx('people_person').where({ externalId: '2' }).update({ givenName: 'Павел' }),
    );
    await keys.enter(button(page, 'client:import.undo'));
    await heading(page, 'client:import.outcome.undone').waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: words('client:import.whyKept.edited') })
      .first()
      .waitFor();
    expect(await people().select('givenName')).to.deep.equal([{ givenName: 'Павел' }]);
  });
});

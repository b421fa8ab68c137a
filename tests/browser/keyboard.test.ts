import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { languageNames } from '../../client/src/i18n/language.ts';
import { accountOf } from '../harness/testAgent.ts';
import { inBrowser, type World } from './inBrowser.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { publishedSchool } from './publishedSchool.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

type School = Awaited<ReturnType<typeof publishedSchool>>;

interface AtDesk {
  readonly page: Page;
  readonly keys: Keyboard;
}

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, key: string, params?: Record<string, unknown>) =>
  page.getByRole('button', { name: words(key, params), exact: true });
const radio = (page: Page, key: string) => page.getByRole('radio', { name: words(key), exact: true });
const link = (page: Page, key: string) => page.getByRole('link', { name: words(key), exact: true });

inBrowser('By keyboard alone', (_open, alike) => {
  const open = alike(publishedSchool);
  let world: World;
  let people: School;

  beforeEach(async () => {
    [world, people] = await open();
  });

  /** Somebody signed in at a desk, on a page that is drawn. */
  async function atDesk(as: { readonly id: string }, address: string): Promise<AtDesk> {
    const page = await world.page({ size: 'desktop', as });
    await page.goto(address);
    await settled(page);
    return { page, keys: keyboardOf(page) };
  }

  it('somebody signs in and out', async () => {
    const { login, password } = await accountOf(world.app, people.student.id);
    const page = await world.page({ size: 'desktop' });
    const keys = keyboardOf(page);
    await page.goto('/');
    await keys.to(page.locator('input[autocomplete="username"]'));
    await keys.type(login);
    await keys.to(page.locator('input[autocomplete="current-password"]'));
    await keys.type(password);
    await keys.press('Enter');
    await title(page, words('client:nav.today')).waitFor();
    await keys.enter(page.locator('.sidebar-foot').getByRole('button', { name: words('client:shell.signOut') }));
    await title(page, words('client:signIn.title')).waitFor();
  });

  it('a student opens the next lesson from Today', async () => {
    const { page, keys } = await atDesk(people.student, '/');
    await keys.press('Tab');
    await keys.isAt(link(page, 'client:shell.skip'));
    await keys.press('Enter');
    await keys.enter(page.getByRole('main').getByRole('link', { name: 'Maths' }));
    const sheet = page.getByRole('dialog', { name: 'Maths' });
    await sheet.getByText('Pedro Prado').waitFor();
    await keys.isAt(sheet.getByRole('heading', { name: 'Maths' }));
    await keys.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await title(page, words('timetable:client.week.title')).waitFor();
  });

  it('a student goes through the weeks and changes the grid for a list', async () => {
    const { page, keys } = await atDesk(people.student, '/timetable');
    const first = await page.locator('.week-span').textContent();
    await keys.enter(button(page, 'client:week.next'));
    await page.waitForFunction((before) => document.querySelector('.week-span')?.textContent !== before, first);
    expect(new URL(page.url()).searchParams.get('from')).to.equal('2026-09-14');
    await keys.enter(button(page, 'client:week.thisWeek'));
    await page.getByText(first ?? '', { exact: true }).waitFor();
    await keys.choose(radio(page, 'client:week.list'));
    await page.locator('.days').getByRole('button', { name: 'Biology' }).waitFor();
    await keys.isAt(radio(page, 'client:week.list'));
  });

  it('a student asks for another time of a lesson', async () => {
    const { page, keys } = await atDesk(people.student, '/timetable');
    const lesson = page.getByRole('button', { name: /^Maths/ }).first();
    await keys.enter(lesson);
    await keys.enter(button(page, 'timetable:client.ask.open'));
    await keys.isAt(page.locator('.ask-lesson'));
    await keys.choose(radio(page, 'timetable:client.reason.doctor'));
    await keys.choose(page.locator('.slots input').nth(1));
    await keys.enter(button(page, 'timetable:client.ask.send'));
    await page.getByText(words('timetable:client.ask.sent')).waitFor();
    await page.locator('.entry-asked').waitFor();
    await keys.isAt(lesson);
  });

  it('a teacher consents to another time', async () => {
    const agent = await world.signIn(people.student);
    const { body: week } = await agent.get('/api/timetable/week?from=2026-09-07').expect(200);
    const asked = `/api/timetable/lessons/${week.sections[0].lessons[0].id}`;
    const { body: slots } = await agent.get(`${asked}/free-slots`).expect(200);
    const [{ on, time }] = slots.items;
    await agent.post(`${asked}/reschedules`).send({ reason: 'A doctor', slot: { on, time } }).expect(201);
    const { page, keys } = await atDesk(people.teacher, '/');
    await keys.enter(button(page, 'timetable:client.answer.consentNamed', { lesson: 'Maths, 7 A' }));
    await page.getByText(words('timetable:client.answer.consented')).waitFor();
    await page
      .getByText(/^Moved from/)
      .first()
      .waitFor();
  });

  it('a student writes down own hours, which are saved', async () => {
    const { page, keys } = await atDesk(people.student, '/hours');
    await keys.enter(button(page, 'client:hours.addOn', { day: 'Monday' }));
    const from = page.getByLabel(words('client:hours.from', { day: 'Monday' }));
    const to = page.getByLabel(words('client:hours.to', { day: 'Monday' }));
    // The new hours stand before the button that adds more.
    await keys.back(from);
    await keys.type('16:30');
    await keys.to(to);
    await keys.type('19:00');
    await page.getByText(/^Saved \d\d:\d\d/).waitFor();
    await page.reload();
    await settled(page);
    expect([await from.inputValue(), await to.inputValue()]).to.deep.equal(['16:30', '19:00']);
  });

  it('an admin sees what is wrong with a CSV file, then takes in a good one', async () => {
    const { page, keys } = await atDesk(await world.school.staff('admin'), '/import');
    const give = async (key: string, lines: readonly string[]) => {
      const chooser = page.waitForEvent('filechooser');
      await keys.enter(button(page, key));
      const file = { name: 'home-schools.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
      await (await chooser).setFiles(file);
    };
    const head = 'id,name,zone';
    await give('client:import.choose', [head, 'north,Colegio del Norte,Europe/Nowhere', 'south,,Europe/Madrid']);
    await page
      .getByRole('alert')
      .filter({ hasText: words('client:import.wrong', { count: 2 }) })
      .waitFor();
    const faults = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    expect((await faults.allTextContents()).map((row) => row.replaceAll(/\s+/g, ' '))).to.have.lengthOf(2);
    expect(await faults.first().textContent()).to.contain('Europe/Nowhere');
    await give('client:import.chooseMore', [head, 'north,Colegio del Norte,Europe/Madrid']);
    await keys.enter(button(page, 'client:import.apply', { count: 1 }));
    await page.getByRole('heading', { name: words('client:import.outcome.applied') }).waitFor();
  });

  it('a tutor finds a student by the palette', async () => {
    const { page, keys } = await atDesk(people.tutor, '/');
    await keys.press('Control+k');
    await keys.isAt(page.getByRole('combobox'));
    await keys.type('mart');
    await page.getByRole('option', { name: 'Marta' }).waitFor();
    await keys.press('ArrowDown', 'ArrowUp', 'Enter');
    const name = title(page, /Marta/);
    await name.waitFor();
    await keys.isAt(name);
    await keys.press('?');
    await page.getByRole('dialog', { name: words('client:shortcuts.title') }).waitFor();
    await keys.press('Escape', 'g', '1');
    await title(page, words('client:nav.today')).waitFor();
  });

  it('a tutor makes a draft, composes it, moves a lesson and publishes what the preview shows', async () => {
    const { page, keys } = await atDesk(people.tutor, '/');
    await keys.enter(page.getByRole('link', { name: words('timetable:client.nav.bench'), exact: true }));
    await keys.enter(button(page, 'timetable:client.draft.new'));
    await keys.choose(radio(page, 'timetable:client.draft.fromEmpty'));
    await keys.enter(button(page, 'timetable:client.draft.make'));
    await button(page, 'timetable:client.solve.start').waitFor();

    await keys.enter(button(page, 'timetable:client.solve.start'));
    await page
      .getByText(words('timetable:client.draft.placed', { placed: 3, count: 3 }))
      .first()
      .waitFor();
    await settled(page);

    await keys.enter(page.locator('.bench-lesson').first());
    const sheet = page.getByRole('dialog');
    await keys.enter(button(page, 'timetable:client.move.open'));
    await keys.choose(sheet.locator('.bench-places input').first());
    await sheet.getByText(/^Effect: /).waitFor();
    await keys.enter(button(page, 'timetable:client.move.save'));
    await page.getByText(words('timetable:client.move.done')).waitFor();
    await sheet.waitFor({ state: 'detached' });

    await keys.enter(link(page, 'timetable:client.draft.part.publish'));
    await page.locator('.diff').first().waitFor();
    await keys.enter(page.getByRole('button', { name: /^Publish and tell/ }));
    await title(page, /^Timetable 2, from/).waitFor();
    await link(page, 'timetable:client.publication.toWeek').waitFor();
  });

  it('a tutor splits the group for a lesson that no hour suits, and takes it back', async () => {
    for (const [student, from, to] of [
      [people.student, '09:00', '11:00'],
      [people.sister, '11:00', '14:00'],
    ] as const) {
      const agent = await world.signIn(student);
      const path = `/api/people/${student.id}/availability`;
      const { body: own } = await agent.get(path).expect(200);
      const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));
      await agent.put(path).set('If-Match', `"${own.revision}"`).send({ windows, exceptions: [] }).expect(200);
    }
    const tutor = await world.signIn(people.tutor);
    const wish = { termId: people.term.id, groupIds: [people.group.id], name: 'Winter', from: 'empty' };
    const { body: draft } = await tutor.post('/api/timetable/drafts').send(wish).expect(201);
    const { page, keys } = await atDesk(people.tutor, `/workbench/drafts/${draft.id}/findings`);
    await keys.enter(page.getByRole('button', { name: /^Find a compromise.*Maths/ }).first());
    const sheet = page.getByRole('dialog');
    await keys.enter(sheet.getByRole('button', { name: /^Split the group:/ }).first());
    await keys.isAt(sheet.getByRole('heading', { name: words('bench:split.title', { subject: 'Maths' }) }));
    await sheet.getByText(words('bench:split.effect')).waitFor();
    await keys.enter(sheet.getByRole('button', { name: words('bench:split.do'), exact: true }));
    await page.getByText(words('bench:split.done')).waitFor();
    const { body: after } = await tutor.get(`/api/timetable/drafts/${draft.id}`).expect(200);
    const parts = new Set(after.items.map(({ subgroupName }: { subgroupName: string | null }) => subgroupName));
    expect([...parts].sort()).to.deep.equal(['Maths 1', 'Maths 2', null]);

    await keys.enter(button(page, 'client:kit.undo'));
    await page.getByText(words('bench:split.undone')).waitFor();
    const { body: back } = await tutor.get(`/api/timetable/drafts/${draft.id}`).expect(200);
    expect(back.items.some(({ subgroupName }: { subgroupName: string | null }) => subgroupName !== null)).to.equal(
      false,
    );
  });

  it('a guardian reads the week of a child and opens a lesson', async () => {
    const { page, keys } = await atDesk(people.guardian, '/');
    await keys.enter(page.getByRole('main').getByRole('link', { name: 'Maths' }).first());
    const sheet = page.getByRole('dialog', { name: 'Maths' });
    await sheet.getByText('Pedro Prado').waitFor();
    await keys.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await keys.enter(button(page, 'client:week.next'));
    await page.getByText('Luis Luna').first().waitFor();
  });

  it('a student changes language and colours', async () => {
    const { page, keys } = await atDesk(people.student, '/settings');
    await keys.choose(radio(page, 'client:settings.schemes.dark'));
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await keys.choose(page.getByRole('radio', { name: languageNames.es }));
    await title(page, words('client:nav.settings', { lng: 'es' })).waitFor();
    expect(await page.locator('html').getAttribute('lang')).to.equal('es');
    await page.reload();
    await title(page, words('client:nav.settings', { lng: 'es' })).waitFor();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });
});

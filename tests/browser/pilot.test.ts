import { expect } from 'chai';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { visitor } from '../harness/testAgent.ts';
import { inBrowser, type Size, sizes, type World } from './inBrowser.ts';
import { publishedSchool } from './publishedSchool.ts';
import { words } from './words.ts';

const button = (page: Page, key: string, params?: Record<string, unknown>) =>
  page.getByRole('button', { name: words(key, params), exact: true });

/** Three taps from the lesson: ask, why, when; the fourth sends. */
async function askFromLesson(page: Page) {
  await page
    .getByRole('button', { name: /^Maths/ })
    .first()
    .click();
  await button(page, 'timetable:client.ask.open').click();
  const from = await page.locator('.ask-lesson').textContent();
  await page.getByText(words('timetable:client.reason.doctor'), { exact: true }).click();
  const slot = page.locator('.slot', { hasText: words('timetable:client.slot.all') }).first();
  const when = await slot.locator('.slot-time').textContent();
  await slot.click();
  await button(page, 'timetable:client.ask.send').click();
  await page.getByText(words('timetable:client.ask.sent')).waitFor();
  return { from: from?.replace('Maths, ', '') ?? '', to: when?.split('–')[0] ?? '' };
}

/** What a calendar program reads of the lesson: its revision and when it begins. */
async function feedOf(world: World, guardian: { readonly id: string }, aboutId: string, lessonId: string) {
  const agent = await world.signIn(guardian);
  const { body: feed } = await agent.post('/api/timetable/feeds').send({ aboutId }).expect(201);
  const { text } = await visitor(world.app).get(feed.path).expect(200);
  const root = new ICAL.Component(ICAL.parse(text));
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const event = events.find(({ uid }) => uid.includes(lessonId));
  return { sequence: event?.sequence, startsAt: event?.startDate.toJSDate().toISOString() };
}

inBrowser('The pilot journey in the browser', (open) => {
  for (const size of Object.keys(sizes) as Size[])
    it(`is played by student, teacher and guardian on a ${size}`, async () => {
      const world = await open();
      const people = await publishedSchool(world);
      const { student, teacher, guardian } = people;

      const hers = await world.page({ size, as: student });
      await hers.goto('/timetable');
      const asked = await askFromLesson(hers);
      await hers
        .getByText(words('timetable:client.lesson.askedFor', { when: asked.to }))
        .first()
        .waitFor({ state: 'attached' });

      const his = await world.page({ size, as: teacher });
      await his.goto('/');
      await button(his, 'timetable:client.answer.consentNamed', { lesson: 'Maths, 7 A' }).click();
      await his.getByText(words('timetable:client.answer.consented')).waitFor();

      // Nobody touches the student's page: it hears of the change.
      const agent = await world.signIn(student);
      const { body: list } = await agent.get('/api/timetable/reschedules?state=ended').expect(200);
      const [request] = list.items;
      const movedFrom = words('timetable:client.lesson.movedFrom', { when: asked.from });
      await hers.getByText(movedFrom).first().waitFor({ state: 'attached' });

      const parents = await world.page({ size, as: guardian });
      await parents.goto('/notices');
      const newTime = asked.to.slice(-'10:00'.length);
      await parents.getByRole('link', { name: 'Luis Luna' }).filter({ hasText: newTime }).first().click();
      await parents.getByRole('dialog').getByText(movedFrom).waitFor();
      await parents.keyboard.press('Escape');
      await parents.getByRole('heading', { name: 'Luis Luna' }).waitFor();

      await world.settle();
      expect(await feedOf(world, guardian, student.id, request.lesson.id)).to.deep.equal({
        sequence: 1,
        startsAt: request.slot.startsAt,
      });
    });
});

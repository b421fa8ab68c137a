import type { Page } from 'playwright-core';
import { inBrowser } from './inBrowser.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

const button = (page: Page, key: string, params?: Record<string, unknown>) =>
  page.getByRole('button', { name: words(`client:${key}`, params), exact: true });
const field = (page: Page, key: string) => page.getByLabel(words(`client:${key}`), { exact: true });
const sheet = (page: Page) => page.getByRole('dialog');

/** Fills the open sheet and sends it; it closes when the server has accepted. */
async function send(page: Page, action: string, params?: Record<string, unknown>): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: words(`client:${action}`, params), exact: true })
    .click();
  await sheet(page).waitFor({ state: 'detached' });
}

async function addsFrame(page: Page): Promise<void> {
  await page.goto('/school');
  await button(page, 'school.addTerm').click();
  await field(page, 'school.name').fill('Autumn');
  await send(page, 'manage.add');
  await page.getByText('Autumn', { exact: true }).waitFor();
  await button(page, 'school.addHomeSchool').click();
  await field(page, 'school.name').fill('Riverside');
  await send(page, 'manage.add');
  await page.getByText('Riverside', { exact: true }).waitFor();
}

async function addsStudent(page: Page): Promise<void> {
  await page.goto('/people');
  await button(page, 'manage.addPerson').click();
  await field(page, 'manage.familyName').fill('Baker');
  await field(page, 'manage.givenName').fill('Sam');
  await field(page, 'manage.homeSchool').selectOption({ label: 'Riverside' });
  await send(page, 'manage.addPersonDo');
  await page.getByRole('heading', { name: 'Sam Baker' }).waitFor();
}

/** A teacher, who is marked as one on their own page. */
async function addsTeacher(page: Page): Promise<void> {
  await page.goto('/people');
  await button(page, 'manage.addPerson').click();
  await page.getByText(words('client:manage.staff'), { exact: true }).click();
  await field(page, 'manage.familyName').fill('Clay');
  await field(page, 'manage.givenName').fill('Tess');
  await send(page, 'manage.addPersonDo');
  await page.getByRole('heading', { name: 'Tess Clay' }).waitFor();
  await button(page, 'manage.openRoles').click();
  await field(page, 'manage.giveRole').selectOption({ label: words('client:roles.teacher') });
  await sheet(page)
    .getByRole('button', { name: words('client:manage.give'), exact: true })
    .click();
  await button(page, 'manage.takeRoleNamed', { role: words('client:roles.teacher') }).waitFor();
}

async function makesGroup(page: Page): Promise<void> {
  await page.goto('/groups');
  await button(page, 'manage.newGroup').click();
  await field(page, 'groups.name').fill('5 A');
  await send(page, 'manage.makeGroup');
  await page.getByRole('heading', { name: '5 A' }).waitFor();
  await button(page, 'manage.openGrid').click();
  for (const _ of [1, 2]) await button(page, 'manage.addStart').click();
  await send(page, 'manage.save');
  await button(page, 'manage.addMembers').click();
  await sheet(page).getByLabel('Sam Baker').check();
  await send(page, 'manage.addCount', { count: 1 });
  await page.getByRole('link', { name: 'Sam Baker' }).waitFor();
}

async function addsCourse(page: Page): Promise<void> {
  await page.getByRole('link', { name: words('client:groups.courses'), exact: true }).click();
  await button(page, 'manage.addCourse').click();
  await field(page, 'manage.subjectName').fill('Chemistry');
  await sheet(page).getByLabel('Tess Clay').check();
  await send(page, 'manage.add');
  await page.getByText('Tess Clay').first().waitFor();
}

inBrowser('A school made by hand', (open) => {
  it('has a term, people, a group with hours, and a subject with its teacher, without any file', async () => {
    const world = await open();
    const admin = await world.school.staff('admin', { givenName: 'Ada', familyName: 'Moss', language: 'en' });
    const page = await world.page({ size: 'phone', as: admin });
    await addsFrame(page);
    await addsStudent(page);
    await addsTeacher(page);
    await makesGroup(page);
    await addsCourse(page);
    // The subject is closed, and opened again by the toast.
    await button(page, 'manage.changeNamed', { name: 'Chemistry' }).click();
    await send(page, 'manage.closeCourse');
    await page.getByText(words('client:groups.noCourses')).waitFor();
    await button(page, 'kit.undo').click();
    await page.getByText('Tess Clay').first().waitFor();
    await settled(page);
  });
});

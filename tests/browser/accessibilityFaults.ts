import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const bad = ['serious', 'critical'];

/** What axe finds serious or critical on a page as it stands: the rule and the elements. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => bad.includes(impact ?? ''))
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

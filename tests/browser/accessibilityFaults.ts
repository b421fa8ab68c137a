import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const bad = ['serious', 'critical'];

interface Checked {
  /** Only these rules; all of them unless told. */
  readonly rules?: readonly string[];
}

/** What axe finds serious or critical on a page as it stands: the rule and the elements. */
export async function accessibilityFaults(page: Page, { rules }: Checked = {}): Promise<string[]> {
  // Half a megabyte of axe stays in the window until it is loaded anew.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) });
  // There are no frames, so axe need not open a window of its own to gather what it found in them.
  axe.setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => bad.includes(impact ?? ''))
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

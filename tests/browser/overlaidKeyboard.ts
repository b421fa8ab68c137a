import type { Locator, Page } from 'playwright-core';

/**
 * A browser whose keyboard lies over the page, as on an iPhone: the window keeps its height, and what is seen of it is
 * shorter. Text, because it runs in the page.
 */
const overlaid = `(() => {
  const seen = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: seen });
  window.overlayKeyboard = (height) => {
    seen.height = innerHeight - height;
    seen.dispatchEvent(new Event('resize'));
  };
})()`;

/** Before the page is opened. */
export const withOverlaidKeyboard = (page: Page): Promise<unknown> => page.addInitScript(overlaid);

/** The keyboard comes up, so many pixels high; 0 takes it away. */
export const overlayKeyboard = (page: Page, height: number): Promise<unknown> =>
  page.evaluate(`window.overlayKeyboard(${height})`);

/** Whether all of it, to the pixel, can be seen above a keyboard of this height. */
export async function isAbove(page: Page, target: Locator, height: number): Promise<boolean> {
  const box = await target.boundingBox();
  const { height: whole = 0 } = page.viewportSize() ?? {};
  return box !== null && box.y >= 0 && Math.floor(box.y + box.height) <= whole - height;
}

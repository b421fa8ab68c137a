import type { Locator, Page } from 'playwright-core';
import { nextFrame } from './nextFrame.ts';

/** The hands of somebody without a mouse. Every stop of the focus on the way has to be visible. */
export interface Keyboard {
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Tabs until the focus is there. */
  to(target: Locator): Promise<void>;
  /** The same against the order of the page. */
  back(target: Locator): Promise<void>;
  /** Tabs there and presses Enter. */
  enter(target: Locator): Promise<void>;
  /** Tabs into a group of choices and goes through it with the arrows. */
  choose(choice: Locator): Promise<void>;
  /** Waits until the focus is there, where the product has put it by itself. */
  isAt(target: Locator): Promise<void>;
}

/** More stops than any page of the tests has. */
const tooMany = 150;

/**
 * Says what has the focus but does not show it: it lies outside of the window, or nothing around it has an outline. A
 * link lends its outline to the row, a choice to the words beside it; fields change their border. Text, because what
 * compiles the tests adds to named functions what browsers do not know.
 */
const hiddenFocus = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  const isField = at.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');
  const marked = [at, at.nextElementSibling, at.closest('li'), at.closest('label')].filter((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return (isField && one === at) || (outlineStyle !== 'none' && outlineWidth !== '0px');
  });
  const shown = marked.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width > 1 && height > 1);
  if (shown.length === 0) return 'not marked: ' + at.outerHTML.slice(0, 200);
  const isInside = ({ top, left, bottom, right }) => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return shown.some(isInside) ? '' : 'outside of the window: ' + at.outerHTML.slice(0, 200);
})()`;

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((one) => one === document.activeElement);

export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tab = async (key = 'Tab') => {
    await press(key);
    // Even without motion a style takes a frame or two to change.
    const hidden = () => page.evaluate<string>(hiddenFocus);
    for (let looks = 0; await hidden(); looks++) {
      if (looks === 50) throw new Error(`The focus cannot be seen, it is ${await hidden()}`);
      await nextFrame(page);
    }
  };
  const to = async (target: Locator, key?: string) => {
    await target.waitFor({ state: 'attached' });
    for (let stops = 0; !(await hasFocus(target)); stops++) {
      if (stops === tooMany) throw new Error(`Tab does not lead to ${target}`);
      await tab(key);
    }
  };
  return {
    press,
    to: (target) => to(target),
    back: (target) => to(target, 'Shift+Tab'),
    type: (text) => page.keyboard.type(text),
    enter: async (target) => {
      await to(target);
      await press('Enter');
    },
    choose: async (choice) => {
      await choice.waitFor({ state: 'attached' });
      const group = await choice.getAttribute('name');
      for (let stops = 0; !(await page.locator(`input[name="${group}"]:focus`).count()); stops++) {
        if (stops === tooMany) throw new Error(`Tab does not lead to ${choice}`);
        await tab();
      }
      const all = await page.locator(`input[name="${group}"]`).count();
      for (let steps = 0; !(await hasFocus(choice)) && steps < all; steps++) await press('ArrowDown');
      if (!(await choice.isChecked())) await press('Space');
    },
    isAt: async (target) => {
      const handle = await target.elementHandle();
      await page.waitForFunction((one) => one === document.activeElement, handle);
    },
  };
}

import type { Page } from 'playwright-core';

/**
 * Text, because what compiles the tests adds to named functions what browsers do not know. Elements by tag, class, role
 * and names of attributes; texts by whether there are any; rows that are built alike count once.
 */
const script = `(() => {
  const shape = (one) => {
    const attributes = [...one.attributes]
      .map(({ name, value }) => (/^(class|role|type|aria-(?!label|controls|describedby|activedescendant))/.test(name) ? name + '=' + value : name))
      .filter((text) => !/mantine-\\S+-\\d|«|_r_/.test(text));
    const children = [...one.children].map(shape);
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    return one.tagName + '[' + attributes + ']' + (own ? '"' : '') + '(' + [...new Set(children)] + ')';
  };
  return shape(document.body);
})()`;

/** How a page is built, whatever it tells and about whom: two pages of one shape have the same faults. */
export const shapeOf = (page: Page): Promise<string> => page.evaluate<string>(script);

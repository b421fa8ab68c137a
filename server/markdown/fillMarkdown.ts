const punctuation = /[!-/:-@[-`{-~]/g;

/** A value written so that it means nothing but itself: names and answers of people are no markup. */
export const literal = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim().replace(punctuation, '\\$&'))
    .filter((line) => line !== '')
    .join('\\\n');

/** An address within `](...)`, which a bracket or a blank of its own would end. */
const address = (value: string): string =>
  value.replace(/[\s<>()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Puts values in place of `{{name}}`: as addresses right after `](`, as literal text elsewhere. */
export const fillMarkdown = (source: string, values: Readonly<Record<string, string>>): string =>
  source.replace(/(\]\()?\{\{(\w+)\}\}/g, (_all, link: string | undefined, name: string) => {
    const value = values[name] ?? '';
    return link ? `${link}${address(value)}` : literal(value);
  });

/** Names of the placeholders of a text. */
export const placeholdersOf = (source: string): readonly string[] =>
  [...new Set([...source.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();

const textIn = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** The words of a post that waits to be sent; a topic's title first. */
export const wordsOf = (body: unknown): string =>
  [textIn(body, 'title'), textIn(body, 'text')].filter(Boolean).join('\n\n');

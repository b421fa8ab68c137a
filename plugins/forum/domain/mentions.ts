import { folded } from '../../../server/host/folded.ts';

const mention = /\[@[^\]\n]{1,200}\]\(\/people\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g;
const mostMentions = 30;

/** Ids of the people whom a text mentions as `[@Name](/people/<id>)`. */
export const mentionedIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(mention)].map(([, id]) => id ?? ''))].slice(0, mostMentions);

interface Named {
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * How well what was typed after an @ names somebody; undefined: not at all. Best (0) is the beginning of the given or family
 * name, then (1) beginnings of several words of the name in any order, then (2) a part of it.
 */
export function closenessOf(typed: string, { name, givenName, familyName }: Named): 0 | 1 | 2 | undefined {
  const wanted = folded(typed);
  if ([givenName, familyName].some((one) => folded(one).startsWith(wanted))) return 0;
  const own = folded(name);
  const words = own.split(' ');
  if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 1;
  return own.includes(wanted) ? 2 : undefined;
}

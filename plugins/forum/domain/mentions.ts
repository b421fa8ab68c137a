const mention = /\[@[^\]\n]{1,200}\]\(\/people\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g;
const mostMentions = 30;

/** Ids of the people whom a text mentions as `[@Name](/people/<id>)`. */
export const mentionedIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(mention)].map(([, id]) => id ?? ''))].slice(0, mostMentions);

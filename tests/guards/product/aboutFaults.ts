import { z } from 'zod';
import { languages } from '../../../server/host/language.ts';
import type { Texts } from '../../../server/host/texts.ts';
import type { OwnedRoute } from '../../../server/http/openapi.ts';
import type { Route } from '../../../server/http/route.ts';

/** Names by which an input says about whom it is. */
const naming = /^(person|student|child|guardian)Ids?$/;

/**
 * Routes about people that do not say whose data they show or change, and those whose words for it are missing in a
 * language. Signing in and out is kept by sessions.
 */
export const aboutFaults = (routes: readonly OwnedRoute[], texts: Texts): string[] =>
  routes.flatMap(({ route }) => [
    ...(!route.session && !route.about && namesOf(route).some((name) => naming.test(name))
      ? [`${route.operationId} names a person, but not whose data it shows or changes (about)`]
      : []),
    ...missingWords(route, texts),
  ]);

/** Every member of what a route is given, at any depth. */
function namesOf({ params, query, body }: Route): string[] {
  const names: string[] = [];
  for (const schema of [params, query, body])
    if (schema)
      z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        override: ({ zodSchema }) => {
          if (zodSchema instanceof z.ZodObject) names.push(...Object.keys(zodSchema.shape));
        },
      });
  return names;
}

function missingWords({ operationId, about }: Route, texts: Texts): string[] {
  if (!about || 'notKept' in about) return [];
  return [about.what, ...(about.parts?.names ?? [])].flatMap((what) => {
    const [plugin = '', name = ''] = what.split('.');
    return languages
      .filter((language) => !texts.say(language, plugin, `audit.${name}`))
      .map((language) => `${operationId}: no words for ${what} in ${language}`);
  });
}

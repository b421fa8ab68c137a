import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { system } from '../access/actor.ts';
import { authApi } from '../auth/api.ts';
import { languages } from '../host/language.ts';
import { peopleApi } from '../people/api.ts';
import { NewPerson } from '../people/schemas.ts';
import { defineCommand, exit } from './command.ts';

/** Letters and digits that are not mistaken for each other on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const madePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  );

const staffRoles = ['admin', 'coordinator', 'head', 'lead-tutor', 'psychologist'] as const;

export const AddUser = z.strictObject({
  login: z.string().trim().min(1).max(200),
  givenName: z.string().trim().min(1).max(100),
  familyName: z.string().trim().min(1).max(100),
  language: z.enum(languages),
  zone: z.string(),
  role: z.enum(staffRoles),
});

/** Makes the first accounts of an installation; everybody else comes by import and invitation. */
export const addUser = defineCommand<unknown>({
  name: 'user.add',
  run: async (app, args, output) => {
    const user = AddUser.parse(args);
    const auth = app.api(authApi);
    const password = madePassword();
    const passwordHash = await auth.hashPassword(password);
    const taken = await app.scopes.inRead(system, ({ db }) => auth.personIdByLogin(db, user.login));
    if (taken) {
      output.line(`The login ${user.login} is already in use.`);
      return exit.refused;
    }
    await app.scopes.inWrite(system, async (scope) => {
      const people = app.api(peopleApi);
      const { givenName, familyName, language, zone } = user;
      const personId = await people.createPerson(scope, NewPerson.parse({ givenName, familyName, language, zone }));
      await people.grantRole(scope, { personId, role: user.role, scopeKind: 'everything', homeSchoolId: null });
      await auth.createAccounts(scope, [{ personId, login: user.login, passwordHash }]);
    });
    output.line(`${user.login} may sign in as ${user.role}. Password: ${password}`);
    return exit.done;
  },
});

const Login = z.strictObject({ login: z.string() });

export const resetPassword = defineCommand<unknown>({
  name: 'user.password',
  run: async (app, args, output) => {
    const { login } = Login.parse(args);
    const auth = app.api(authApi);
    const password = madePassword();
    const passwordHash = await auth.hashPassword(password);
    const known = await app.scopes.inWrite(system, (scope) => auth.resetPassword(scope, login, passwordHash));
    output.line(known ? `New password of ${login}: ${password}` : `There is no account ${login}.`);
    return known ? exit.done : exit.refused;
  },
});

const Disable = z.strictObject({ login: z.string(), isDisabled: z.boolean() });

export const disableUser = defineCommand<unknown>({
  name: 'user.disable',
  run: async (app, args, output) => {
    const { login, isDisabled } = Disable.parse(args);
    const known = await app.scopes.inWrite(system, (scope) => app.api(authApi).setDisabled(scope, login, isDisabled));
    const done = isDisabled ? `${login} can no longer sign in.` : `${login} can sign in again.`;
    output.line(known ? done : `There is no account ${login}.`);
    return known ? exit.done : exit.refused;
  },
});

import { z } from 'zod';
import { signedIn } from '../../access/permission.ts';
import { defineSessionRoute } from '../../http/route.ts';
import { changePassword } from '../commands/changePassword.ts';
import { wrongPassword } from '../problems.ts';
import { ChangePassword } from '../schemas.ts';

export const passwordRoute = defineSessionRoute({
  method: 'post',
  path: '/me/password',
  operationId: 'changeOwnPassword',
  summary: 'Changes the own password and ends the other sessions.',
  permission: signedIn,
  body: ChangePassword,
  output: z.object({ changed: z.literal(true) }),
  bodyLimit: 10_000,
  problems: [wrongPassword],
  handle: (session, { body }) => changePassword(session, body),
});

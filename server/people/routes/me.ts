import { signedIn } from '../../access/permission.ts';
import { defineWrite } from '../../http/route.ts';
import { changeMe } from '../commands/changeMe.ts';
import { Me, MyChange } from '../schemas.ts';

export const meRoute = defineWrite({
  method: 'patch',
  path: '/me',
  operationId: 'changeMe',
  summary: 'Changes the own language and zone',
  permission: signedIn,
  body: MyChange,
  output: Me,
  handle: (scope, { body }) => changeMe(scope, body),
});

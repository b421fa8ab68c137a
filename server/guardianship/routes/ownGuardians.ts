import { signedIn } from '../../access/permission.ts';
import type { AuditApi } from '../../audit/api.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { GuardianshipParts } from '../commands/endOfAge.ts';
import { keepGuardian } from '../commands/keepGuardian.ts';
import { notYourGuardian, tooEarly } from '../problems.ts';
import { ownGuardians } from '../queries/ownGuardians.ts';
import { Consent, GuardianshipPath, OwnGuardians } from '../schemas.ts';

export const ownGuardianRoutes = (parts: GuardianshipParts & { readonly audit: AuditApi }) => [
  defineRead({
    path: '/me/guardians',
    operationId: 'getOwnGuardians',
    summary: 'Who looks after you, and until when.',
    permission: signedIn,
    output: OwnGuardians,
    handle: (scope) => ownGuardians(scope, parts),
  }),
  defineWrite({
    method: 'put',
    path: '/me/guardians/:guardianshipId/consent',
    operationId: 'keepGuardian',
    summary: 'Says whether somebody stays your guardian when you are of age.',
    permission: signedIn,
    params: GuardianshipPath,
    body: Consent,
    output: OwnGuardians,
    problems: [notYourGuardian, tooEarly],
    handle: async (scope, { params, body }) => {
      await keepGuardian(scope, parts, params.guardianshipId, body.keeps);
      return ownGuardians(scope, parts);
    },
  }),
];

import type { ReadScope } from '../../host/scope.ts';
import { defineRead } from '../../http/route.ts';
import { readAudit } from '../permissions.ts';
import { AuditPage, AuditPath, AuditQuery } from '../schemas.ts';

type AuditOf = (scope: ReadScope, personId: string, query: AuditQuery) => Promise<AuditPage>;

export const auditRoutes = (auditOf: AuditOf) => [
  defineRead({
    path: '/people/:personId/audit',
    operationId: 'listAudit',
    summary: 'Who saw or changed what of a person, latest first.',
    permission: readAudit,
    about: { notKept: 'Looking who looked is not kept in turn.' },
    params: AuditPath,
    query: AuditQuery,
    output: AuditPage,
    handle: (scope, { params, query }) => auditOf(scope, params.personId, query),
  }),
];

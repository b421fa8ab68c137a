import type { ReadScope } from '../../host/scope.ts';
import { defineRead } from '../../http/route.ts';
import { overseeAudit, readAudit } from '../permissions.ts';
import { auditOf } from '../queries/auditOf.ts';
import type { AuditParts } from '../queries/lines.ts';
import { overviewOf } from '../queries/overview.ts';
import { AuditOverview, AuditPage, AuditPath, AuditQuery, OverviewQuery } from '../schemas.ts';

/** `parts` are known only when everything has started. */
export const auditRoutes = (parts: () => AuditParts) => [
  defineRead({
    path: '/people/:personId/audit',
    operationId: 'listAudit',
    summary: 'Who saw or changed what of a person, latest first.',
    permission: readAudit,
    about: { notKept: 'Looking who looked is not kept in turn.' },
    params: AuditPath,
    query: AuditQuery,
    output: AuditPage,
    handle: (scope: ReadScope, { params, query }) => auditOf(scope, parts(), params.personId, query),
  }),
  defineRead({
    path: '/audit',
    operationId: 'overseeAudit',
    summary: 'Who saw or changed what of those for whom you answer, by person, actor and time.',
    permission: overseeAudit,
    about: { notKept: 'Looking who looked is not kept in turn.' },
    query: OverviewQuery,
    output: AuditOverview,
    handle: (scope: ReadScope, { query }) => overviewOf(scope, parts(), query),
  }),
];

import { defineFileOwner, type FileOwner } from '../../../server/files/api.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { filesOfRequest } from '../domain/reschedule/reschedule.ts';
import { rescheduleAs } from './rescheduleAs.ts';

/** Whoever sees all of a request may read what was attached to it. */
export const requestFiles = (apis: Pick<Apis, 'school' | 'people'>): FileOwner =>
  defineFileOwner({
    id: filesOfRequest,
    mayRead: async (scope, key) => {
      try {
        return (await rescheduleAs(apis, scope, key)).part.sight === 'all';
      } catch (reason) {
        if (reason instanceof Problem) return false;
        throw reason;
      }
    },
  });

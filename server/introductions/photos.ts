import { defineFileOwner } from '../files/api.ts';
import type { SchoolApi } from '../school/api.ts';

export const photoOwnerId = 'introductions.photo';

/** A photograph is seen by whoever sees the person by name. */
export const photoOwner = (school: Pick<SchoolApi, 'seenAmong'>) =>
  defineFileOwner({
    id: photoOwnerId,
    mayRead: async (scope, personId) => (await school.seenAmong(scope, [personId])).length > 0,
  });

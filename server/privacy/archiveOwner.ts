import { defineFileOwner } from '../files/api.ts';

export const archiveOwnerId = 'privacy.archive';

/** Archives are fetched at an address of their own, which asks for the password again. */
export const archiveOwner = defineFileOwner({ id: archiveOwnerId, mayRead: async () => false });

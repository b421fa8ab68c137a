import { definePermission } from '../access/permission.ts';

/** Writes the school's own guides; what they say holds for the whole installation. */
export const editGuides = definePermission('guides.edit', ['admin']);

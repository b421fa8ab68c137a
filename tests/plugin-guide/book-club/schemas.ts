import { z } from 'zod';

export const GroupPath = z.strictObject({ groupId: z.uuid() });
export const NewBook = z.strictObject({ title: z.string().trim().min(1).max(200) });
export type NewBook = z.infer<typeof NewBook>;

export const BookView = z.object({ id: z.uuid(), title: z.string(), addedAt: z.iso.datetime() });
export type BookView = z.infer<typeof BookView>;
export const BookList = z.object({ items: z.array(BookView), may: z.object({ add: z.boolean() }) });
export type BookList = z.infer<typeof BookList>;

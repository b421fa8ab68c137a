import { z } from 'zod';
import { defineMail } from '../kind.ts';

/** Tells the writer of an answer by mail that its text was taken and some of its files were not. */
export const filesLeftMail = defineMail({
  id: 'mail.files-left',
  data: z.strictObject({ left: z.int().min(1) }),
  sample: { left: 2 },
});

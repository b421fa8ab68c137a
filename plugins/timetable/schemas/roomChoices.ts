import { z } from 'zod';
import { roomPlaces } from '../store/roomChoices.ts';

export const RoomChoiceInput = z
  .strictObject({
    provider: z.enum(roomPlaces),
    link: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable()
      .default(null),
  })
  .refine(({ provider, link }) => (provider === 'link') === (link !== null), { path: ['link'] });
export type RoomChoiceInput = z.infer<typeof RoomChoiceInput>;

export const RoomChoiceView = z.object({
  provider: z.enum(roomPlaces),
  link: z.string().nullable(),
  /** What there is to choose from here. */
  options: z.array(z.enum(roomPlaces)),
  /** 0 before anybody chose. */
  revision: z.int(),
  may: z.object({ change: z.boolean() }),
});
export type RoomChoiceView = z.infer<typeof RoomChoiceView>;

import { z } from 'zod';
import { isZone } from '../host/isZone.ts';

/** Values that travel in requests; schemas of people and school are made of them. */

export const Id = z.uuid();

/** Short text on one line, without blanks around it. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);

/** A key given by the school's own records. */
export const ExternalId = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}|/]*$/u);

export const LocalDate = z.iso.date();

export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An IANA zone such as Europe/Madrid; offsets and abbreviations are refused because they know no clock change. */
export const Zone = z.string().refine((zone) => isZone(zone), { params: { code: 'zone-unknown' } });

export const Grade = z.int().min(1).max(12);

export const Weekday = z.int().min(1).max(7);

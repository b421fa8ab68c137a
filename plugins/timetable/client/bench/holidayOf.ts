import type { ExceptionView } from '../../schemas/publications.ts';

/** The holiday on which a date falls; undefined for dates that fail for another reason. */
export const holidayOf = ({ failures }: ExceptionView): string | undefined =>
  failures.find(({ kind }) => kind === 'holiday')?.holidayName ?? undefined;

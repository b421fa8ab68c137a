import type { Form } from '../forms/formats.ts';
import { formats } from '../forms/formats.ts';
import type { Sheet } from '../forms/sheet.ts';

/** A row of one of our forms, made from somebody else's format. */
export interface OwnRow {
  /** Where it comes from. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A sheet of one of our forms; columns that no row fills are left out, so that it says nothing of them. */
export function ownSheet(file: string, form: Form, rows: readonly OwnRow[], isPartial = false): Sheet {
  const used = Object.entries(formats[form]).filter(
    ([name, column]) => column.isRequired || rows.some(({ cells }) => cells[name] !== undefined),
  );
  return {
    file,
    title: form,
    headings: { line: 1, cells: used.map(([, column]) => column.headings[0]) },
    rows: rows.map(({ line, cells }) => ({ line, cells: used.map(([name]) => cells[name] ?? '') })),
    isPartial,
  };
}

import type { z } from 'zod';
import type { Column } from '../forms/cell.ts';
import { formats, formNames, forms } from '../forms/formats.ts';
import type { FormList } from '../schemas/imports.ts';

const inThreeLanguages = 3;

/** The forms with what their columns are called, for the page that asks which column is which. */
export const listForms = (): z.infer<typeof FormList> => ({
  items: forms.map((form) => {
    const columns: readonly [string, Column<unknown>][] = Object.entries(formats[form]);
    return {
      form,
      names: formNames[form].slice(0, inThreeLanguages),
      columns: columns.map(([column, { headings, isRequired }]) => ({
        column,
        headings: headings.slice(0, inThreeLanguages),
        isRequired,
      })),
    };
  }),
});

import type { Draft } from '../../schemas/drafts.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

const byName = (a: Option, b: Option) => a.label.localeCompare(b.label);

/** Groups and teachers of a draft to choose from, in the order of their names. */
export const optionsOf = ({ groups, items }: Draft): { readonly groups: Option[]; readonly teachers: Option[] } => ({
  groups: groups.map(({ id, name }) => ({ value: id, label: name })).toSorted(byName),
  teachers: [
    ...new Map(items.flatMap(({ teacherId, teacherName }) => (teacherId ? [[teacherId, teacherName ?? '']] : []))),
  ]
    .map(([value = '', label = '']) => ({ value, label }))
    .toSorted(byName),
});

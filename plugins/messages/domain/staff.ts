/** Whether somebody speaks for the school: whoever has a role there beside that of a student or guardian. */
export const speaksForSchool = ({ grants }: { readonly grants: readonly { readonly role: string }[] }): boolean =>
  grants.some(({ role }) => role !== 'student' && role !== 'guardian');

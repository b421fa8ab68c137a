/** Whether a group's list takes this title. */
export const decideBook = (listed: readonly { readonly title: string }[], title: string): 'add' | 'already-listed' =>
  listed.some((book) => book.title === title) ? 'already-listed' : 'add';

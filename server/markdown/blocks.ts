/** A stretch of text in one style. A line break within a paragraph is `\n`. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** http(s), mailto, tel, or a path of this product. */
  readonly href?: string;
}

/** A text as it is shown everywhere: as HTML of a mail, as plain text, on paper, on a page. There is no way to put markup into it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Run[] }
  | { readonly kind: 'quote'; readonly text: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'rule' };

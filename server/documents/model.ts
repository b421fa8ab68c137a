import type { Language } from '../host/language.ts';
import type { Block, Run } from '../markdown/blocks.ts';

/** A card to cut out: who it is for, a QR code, and the same in words for whoever cannot scan. */
export interface Card {
  readonly title: string;
  /** One line each. */
  readonly facts: readonly string[];
  /** What to do with the card, up to four short lines. */
  readonly how: string;
  /** What the QR code says: an address. */
  readonly qr: string;
  /** To be typed by hand; shown large. */
  readonly code: string;
  /** In small letters below. */
  readonly note: string;
}

export interface Column {
  readonly title: string;
  /** Width relative to the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** What a document is made of, beside simple Markdown. Plain values: it travels to the thread that draws. */
export type DocumentBlock =
  | Block
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Lines to sign on: a name below each. */
  | { readonly kind: 'signatures'; readonly names: readonly string[] }
  | { readonly kind: 'page-break' };

export interface DocumentContent {
  readonly title: string;
  /** Small, at the foot of each page beside the page number. */
  readonly footer: string;
  readonly landscape?: true;
  /** Cards bring their own headings; other documents begin with the title. */
  readonly hideTitle?: true;
  readonly blocks: readonly DocumentBlock[];
}

/** All that the drawing thread is told. */
export interface Drawing extends DocumentContent {
  readonly language: Language;
  /** Stands in the file as its date; nothing else in it depends on when it is made. */
  readonly madeAt: Date;
}

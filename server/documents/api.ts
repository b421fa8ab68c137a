import type { Language } from '../host/language.ts';
import { apiRef } from '../host/plugin.ts';
import type { DocumentKind } from './kind.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { type DocumentKind, defineDocument, type Words } from './kind.ts';
export { type InvitationCards, invitationCards } from './kinds/invitationCards.ts';
export type { Card, Column, DocumentBlock, DocumentContent } from './model.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

export interface Rendering<D> {
  readonly data: D;
  readonly language: Language;
  /** Of the reader, for times. */
  readonly zone: string;
  /** The date of the file; the same data and moment give the same bytes. */
  readonly madeAt: Date;
  /** Told while blocks and cards are drawn. */
  readonly onProgress?: (progress: Drawn) => void;
}

/** How much of a document is drawn. */
export interface Drawn {
  readonly done: number;
  readonly total: number;
}

export interface DocumentsApi {
  /** A document as PDF. Drawn in a thread; never ask for it inside a write transaction. */
  render<D>(kind: DocumentKind<D>, rendering: Rendering<D>): Promise<Uint8Array>;
}

export const documentsApi = apiRef<DocumentsApi>('documents');

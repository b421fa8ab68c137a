import { extractText, getDocumentProxy } from 'unpdf';

/** The words that a reader finds in a PDF, page by page. */
export async function pdfText(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text;
}

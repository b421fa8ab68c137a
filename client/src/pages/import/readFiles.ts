import type { ImportFile } from '../../api/imports.ts';

/** UTF-8, or what office programs write instead of it. */
function decoded(bytes: ArrayBuffer, language: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(language === 'ru' ? 'windows-1251' : 'windows-1252').decode(bytes);
  }
}

/** Reads chosen files; a file of the same name replaces the one chosen before. */
export async function readFiles(chosen: Iterable<File>, language: string): Promise<ImportFile[]> {
  return Promise.all(
    [...chosen].map(async (file) => ({
      name: file.name.toLowerCase(),
      text: decoded(await file.arrayBuffer(), language),
    })),
  );
}

export const withFiles = (before: readonly ImportFile[], added: readonly ImportFile[]): readonly ImportFile[] => [
  ...before.filter(({ name }) => !added.some((file) => file.name === name)),
  ...added,
];

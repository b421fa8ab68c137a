import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Noto Sans for all three languages; DejaVu for the signs that it lacks: arrows, check marks, boxes. */
export const fonts = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  'bold-italic': require.resolve('@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf'),
  signs: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
} as const;

export type FontName = keyof typeof fonts;

/** Arrows, mathematics, boxes, symbols and dingbats. */
const sign = /[\u2190-\u23ff\u2500-\u27bf\u2b00-\u2bff]+/g;

/** A text as stretches of one font each. */
export function stretches(
  text: string,
  usual: FontName,
): readonly { readonly text: string; readonly font: FontName }[] {
  const parts: { text: string; font: FontName }[] = [];
  let from = 0;
  for (const match of text.matchAll(sign)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), font: usual });
    parts.push({ text: match[0], font: 'signs' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), font: usual });
  return parts;
}

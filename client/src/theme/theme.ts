import { createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e6f4f2',
  '#c9e7e3',
  '#9bd3cc',
  '#67bbb2',
  '#3ba397',
  '#1f8c81',
  '#147a70',
  '#0f6b62',
  '#0b5850',
  '#08433d',
];

/** One accent; white text on shade 7 has a contrast of 6.4 in both schemes. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { accent },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
});

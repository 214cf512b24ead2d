// How the console looks: one green, rounded corners, room to breathe. Light and dark come from the same theme.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#e9f7f1',
  '#d3ece1',
  '#a7d9c3',
  '#77c5a3',
  '#4fb488',
  '#35a977',
  '#0b7a5b',
  '#09684d',
  '#075640',
  '#044432',
];

export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  colors: { leaf },
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', 'Vazirmatn Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', 'Vazirmatn Variable', system-ui, sans-serif",
    fontWeight: '650',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

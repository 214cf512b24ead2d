// How the console looks: one green, rounded corners, room to breathe. Light and dark come from the same theme.
import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** Words on a faint tint of their own color, dark (or light) enough to read: Mantine's own are 3.6:1. */
const readable: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const { isThemeColor, color } = parseThemeColor({
    color: input.color ?? input.theme.primaryColor,
    theme: input.theme,
  });
  if (input.variant !== 'light' || !isThemeColor) return colors;
  const dark = `color-mix(in srgb, var(--mantine-color-${color}-9), black 40%)`;
  const tint = `color-mix(in srgb, var(--mantine-color-${color}-5) 18%, var(--mantine-color-body))`;
  return {
    ...colors,
    background: `light-dark(var(--mantine-color-${color}-light), ${tint})`,
    color: `light-dark(${dark}, var(--mantine-color-${color}-1))`,
  };
};

const theme = createTheme({
  primaryColor: 'leaf',
  variantColorResolver: readable,
  // The same in the dark: the words on it are chosen for one shade.
  primaryShade: 6,
  autoContrast: true,
  // Above it dark words are easier to read than white ones (WCAG's luminance at which both have 4.6:1).
  luminanceThreshold: 0.179,
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

/** The crosses of dialogs and drawers have no name of their own, and their heads are no heads of the page. */
const closedBy = (label: string) => ({
  defaultProps: {
    closeButtonProps: { 'aria-label': label },
    attributes: { header: { role: 'presentation' } },
  },
});

/** What is said in several sentences stands on several lines. */
const inLines = { styles: { description: { whiteSpace: 'pre-line' } } };

const themes = new Map<string, MantineThemeOverride>();

/** The same object for the same words: all that is drawn depends on it. */
export function themeWith({ close }: { readonly close: string }): MantineThemeOverride {
  const known = themes.get(close);
  if (known) return known;
  const named = {
    ...theme,
    components: { Modal: closedBy(close), Drawer: closedBy(close), Notification: inLines },
  };
  themes.set(close, named);
  return named;
}

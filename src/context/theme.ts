import { css, type CSSResult } from 'lit';

/** Which of its two looks an element has, whatever the page's `color-scheme` is. */
export type Theme = 'light' | 'dark';

const sheets = {
  light: css`
    :host {
      color-scheme: light;
    }
  `,
  dark: css`
    :host {
      color-scheme: dark;
    }
  `,
};

/** Any other word, such as one of a newer version, leaves the choice to the page. */
const isTheme = (theme: string | undefined): theme is Theme =>
  theme === 'light' || theme === 'dark';

/** Gives a shadow root the look that a host asks for, or takes it away. */
export function applyTheme(root: Node, theme: string | undefined): void {
  const shadow = root as ShadowRoot;
  const known = shadow.adoptedStyleSheets as CSSStyleSheet[] | undefined;
  if (!known) return;
  const wanted = isTheme(theme) ? sheets[theme].styleSheet : undefined;
  const isAsWanted = ({ styleSheet }: CSSResult) =>
    !styleSheet || known.includes(styleSheet) === (styleSheet === wanted);
  if (Object.values(sheets).every(isAsWanted)) return;
  const others = known.filter((sheet) =>
    Object.values(sheets).every((one) => one.styleSheet !== sheet),
  );
  shadow.adoptedStyleSheets = wanted ? [...others, wanted] : others;
}

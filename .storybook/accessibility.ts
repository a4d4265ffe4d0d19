/** What axe looks for in a story: in the panel of Storybook, and in the tests of the stories. */
export const rulesOfAxe = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
] as const;

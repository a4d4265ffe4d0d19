/** Keys that have a name, by WebDriver's code points. */
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** `Control+Enter` as the code points of its keys. */
export const keysOf = (keys: string): string[] =>
  keys.split(/(?<=.)\+/).map((key) => codes[key] ?? key);

/** Presses keys one after the other, and lets them go the other way round; so many times. */
export const keyActions = (keys: readonly string[], times = 1): object => ({
  actions: [
    {
      type: 'key',
      id: 'keyboard',
      actions: Array.from({ length: times }, () => [
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]).flat(),
    },
  ],
});

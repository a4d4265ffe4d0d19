export const isMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** What the key for commands is called on this computer. */
export const modifierKey = (): string => (isMac() ? '⌘' : 'Ctrl');

/**
 * Whether a key belongs to an input method that is putting a word together: Enter takes the word then and Escape lets it go, and
 * neither means anything to the page. Safari ends the composition before it tells of the key, and leaves only the code.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;

/** What the key for commands is called on this computer. */
export const modifierKey = (): string => (/Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl');

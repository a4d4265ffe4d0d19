export const isMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** What the key for commands is called on this computer. */
export const modifierKey = (): string => (isMac() ? '⌘' : 'Ctrl');

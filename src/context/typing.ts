const editingKeys = new Set([
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Whether a key writes or moves within a text, rather than giving a command. */
const isTyping = (event: KeyboardEvent): boolean => {
  const isCommand =
    (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  return !isCommand && ([...event.key].length === 1 || editingKeys.has(event.key));
};

/**
 * Keeps what is typed into the fields of a shadow root away from the page. Outside of the root the target of the event is the
 * custom element, which a shortcut library doesn't know as a field: without this, each `s` in a description would be the host's
 * shortcut. Commands such as Ctrl+S, Escape, Enter and Tab go on to the page.
 */
export function keepTyping(root: Node): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    root.addEventListener(type, (event) => {
      const [target] = event.composedPath();
      // What stands in a slot is the host's.
      if (!(target instanceof Element) || target.getRootNode() !== root) return;
      if (
        target.matches('input, textarea, select, [contenteditable]') &&
        isTyping(event as KeyboardEvent)
      )
        event.stopPropagation();
    });
}

type Place = 'first' | 'last';

/**
 * The program's menu bar, by the keys that people know: one stop of Tab, arrows within it, Escape back to it. Menus are popovers, so
 * that they open above whatever else is open.
 */
export class MenuBar {
  readonly #heads: readonly HTMLButtonElement[];

  /** @param choose is told what was chosen, after the menu has closed and the focus is back in the bar */
  constructor(
    bar: HTMLElement,
    private readonly choose: (act: string, value: string) => void,
  ) {
    this.#heads = [...bar.querySelectorAll('button')];
    this.#heads.forEach((head, index) => {
      head.tabIndex = index === 0 ? 0 : -1;
      head.addEventListener('focus', () =>
        this.#heads.forEach((one) => (one.tabIndex = one === head ? 0 : -1)),
      );
      head.addEventListener('keydown', (event) => this.#onHeadKey(event, head));
      const menu = this.#menuOf(head);
      menu.addEventListener('beforetoggle', () => place(menu, head));
      menu.addEventListener('toggle', () =>
        head.setAttribute('aria-expanded', String(menu.matches(':popover-open'))),
      );
      menu.addEventListener('keydown', (event) => this.#onMenuKey(event, head, menu));
      menu.addEventListener('click', (event) => this.#onClick(event, head, menu));
    });
  }

  /** Says which of several is in force. */
  check(act: string, value: string): void {
    for (const item of document.querySelectorAll<HTMLElement>(
      `[role=menuitemradio][data-act="${act}"]`,
    )) {
      item.setAttribute('aria-checked', String(item.dataset['value'] === value));
    }
  }

  #menuOf(head: HTMLButtonElement): HTMLElement {
    const { popoverTargetElement: menu } = head;
    if (!(menu instanceof HTMLElement))
      throw new Error(`There is no menu of "${head.textContent}".`);
    return menu;
  }

  #open(head: HTMLButtonElement, at: Place): void {
    const menu = this.#menuOf(head);
    head.focus();
    if (!menu.matches(':popover-open')) menu.showPopover();
    itemsOf(menu)
      .at(at === 'first' ? 0 : -1)
      ?.focus();
  }

  #close(head: HTMLButtonElement): void {
    this.#menuOf(head).hidePopover();
    head.focus();
  }

  #neighbour(head: HTMLButtonElement, by: number): HTMLButtonElement | undefined {
    const { length } = this.#heads;
    return this.#heads[(this.#heads.indexOf(head) + by + length) % length];
  }

  #onHeadKey(event: KeyboardEvent, head: HTMLButtonElement): void {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => this.#neighbour(head, 1)?.focus(),
      ArrowLeft: () => this.#neighbour(head, -1)?.focus(),
      Home: () => this.#heads[0]?.focus(),
      End: () => this.#heads.at(-1)?.focus(),
      ArrowDown: () => this.#open(head, 'first'),
      ArrowUp: () => this.#open(head, 'last'),
      Enter: () => this.#open(head, 'first'),
      ' ': () => this.#open(head, 'first'),
    };
    take(event, acts[event.key]);
  }

  #onMenuKey(event: KeyboardEvent, head: HTMLButtonElement, menu: HTMLElement): void {
    const items = itemsOf(menu);
    const at = items.findIndex((item) => item === document.activeElement);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => items[(at + 1) % items.length]?.focus(),
      ArrowUp: () => items.at(at - 1)?.focus(),
      Home: () => items[0]?.focus(),
      End: () => items.at(-1)?.focus(),
      Escape: () => this.#close(head),
      ArrowRight: () => this.#goOn(head, 1),
      ArrowLeft: () => this.#goOn(head, -1),
    };
    if (event.key === 'Tab') menu.hidePopover();
    const isLetter =
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey;
    const begins = (item: HTMLElement) =>
      item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    const found = isLetter
      ? [...items.slice(at + 1), ...items.slice(0, at)].find(begins)
      : undefined;
    take(event, acts[event.key] ?? (found && (() => found.focus())));
  }

  /** From an open menu to the one beside it. */
  #goOn(head: HTMLButtonElement, by: number): void {
    this.#close(head);
    const next = this.#neighbour(head, by);
    if (next) this.#open(next, 'first');
  }

  #onClick({ target }: MouseEvent, head: HTMLButtonElement, menu: HTMLElement): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (!item || !menu.contains(item)) return;
    this.#close(head);
    this.choose(item.dataset['act'] ?? '', item.dataset['value'] ?? '');
  }
}

const itemsOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^=menuitem]'),
];

function take(event: KeyboardEvent, act: (() => void) | undefined): void {
  if (!act) return;
  event.preventDefault();
  act();
}

/** Below its head, and at its right end where there is no room beyond. */
function place(menu: HTMLElement, head: HTMLElement): void {
  const { left, right, bottom } = head.getBoundingClientRect();
  const isAtEnd = left > innerWidth / 2;
  Object.assign(menu.style, {
    top: `${bottom}px`,
    left: isAtEnd ? 'auto' : `${left}px`,
    right: isAtEnd ? `${innerWidth - right}px` : 'auto',
  });
}

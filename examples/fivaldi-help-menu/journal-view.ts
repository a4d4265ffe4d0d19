import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { amountIn, balances, totalOf, type Books, type Entry } from './books.js';
import type { Formats, Words } from './words.js';

export interface JournalView {
  readonly told: Words;
  readonly formats: Formats;
  readonly books: Books;
  readonly entries: readonly Entry[];
  /** Takes what was written in a line. */
  change(
    entry: Entry,
    changes: Partial<Pick<Entry, 'account' | 'text' | 'debit' | 'credit'>>,
  ): void;
  /** Says that what was written is no amount. */
  refuse(): void;
}

const columns = ['text', 'debit', 'credit'] as const;
type Column = (typeof columns)[number];

/** Up, down and Enter go to the same column of another line. */
function goAlong(event: KeyboardEvent): void {
  const cell = event.currentTarget;
  const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  if (!(cell instanceof HTMLElement) || by === undefined || event.ctrlKey) return;
  const column = [
    ...document.querySelectorAll<HTMLElement>(
      `#work input[data-column="${cell.dataset['column']}"]`,
    ),
  ];
  event.preventDefault();
  column[column.indexOf(cell) + by]?.focus();
}

function cell(view: JournalView, entry: Entry, column: Column, line: number): TemplateResult {
  const { told, formats } = view;
  const value = column === 'text' ? entry.text : entry[column] ? formats.amount(entry[column]) : '';
  const onChange = ({ currentTarget: field }: Event) => {
    if (!(field instanceof HTMLInputElement)) return;
    if (column === 'text') return view.change(entry, { text: field.value });
    const amount = amountIn(field.value);
    field.setAttribute('aria-invalid', String(amount === undefined));
    if (amount === undefined) view.refuse();
    else view.change(entry, { [column]: amount });
  };
  return html`<td class=${column}>
    <input
      data-column=${column}
      autocomplete="off"
      inputmode=${column === 'text' ? 'text' : 'decimal'}
      aria-label=${told.cell(told[column], entry.voucher, line)}
      .value=${live(value)}
      @change=${onChange}
      @keydown=${goAlong}
    />
  </td>`;
}

function account(view: JournalView, entry: Entry, line: number): TemplateResult {
  const { told, books } = view;
  const { accounts } = books;
  if (!entry.isNew) return html`<td>${entry.account} ${accounts.get(entry.account)}</td>`;
  const onChange = ({ currentTarget }: Event) =>
    currentTarget instanceof HTMLSelectElement &&
    view.change(entry, { account: Number(currentTarget.value) });
  return html`<td>
    <select aria-label=${told.cell(told.account, entry.voucher, line)} @change=${onChange}>
      ${[...accounts].map(([number, name]) => html`<option value=${number} ?selected=${number === entry.account}>${number} ${name}</option>`)}
    </select>
  </td>`;
}

function row(view: JournalView, entry: Entry, index: number): TemplateResult {
  const line = index - view.entries.findIndex(({ voucher }) => voucher === entry.voucher) + 1;
  return html`<tr class=${line === 1 ? 'first' : ''}>
    <td class="number">${line === 1 ? entry.voucher : nothing}</td>
    <td class="number">${line === 1 ? view.formats.date(entry.date) : nothing}</td>
    ${account(view, entry, line)} ${columns.map((column) => cell(view, entry, column, line))}
  </tr>`;
}

function totals({ told, formats, entries }: JournalView): TemplateResult {
  const [debit, credit] = [totalOf(entries, 'debit'), totalOf(entries, 'credit')];
  const difference = debit - credit;
  return html`<tfoot data-support-private>
    <tr>
      <th colspan="3" scope="row">${told.sum}</th>
      <td>${difference ? html`<strong class="wrong">${told.difference} ${formats.amount(difference)}</strong>` : nothing}</td>
      <td class="number">${formats.amount(debit)}</td>
      <td class="number">${formats.amount(credit)}</td>
    </tr>
  </tfoot>`;
}

/** The vouchers of a year, to write in, and what they come to. */
export function journal(view: JournalView): TemplateResult {
  const { told, formats, entries, books } = view;
  return html`
    <div class="sheet" tabindex="0" role="region" aria-label=${told.vouchers}>
      <table class="journal">
        <thead>
          <tr>
            <th scope="col" class="number">${told.voucher}</th>
            <th scope="col" class="number">${told.date}</th>
            <th scope="col">${told.account}</th>
            <th scope="col">${told.text}</th>
            <th scope="col" class="number">${told.debit}</th>
            <th scope="col" class="number">${told.credit}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry, index) => row(view, entry, index))}
        </tbody>
        ${totals(view)}
      </table>
    </div>
    <aside aria-label=${told.balances}>
      <table class="balances" data-support-private>
        <caption>${told.balances}</caption>
        <thead>
          <tr>
            <th scope="col">${told.account}</th>
            <th scope="col" class="number">${told.balance}</th>
          </tr>
        </thead>
        <tbody>
          ${balances(entries).map(
            ({ account, amount }) => html`<tr>
              <td>${account} ${books.accounts.get(account)}</td>
              <td class="number">${formats.amount(amount)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </aside>
  `;
}

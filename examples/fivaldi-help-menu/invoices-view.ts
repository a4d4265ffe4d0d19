import { html, type TemplateResult } from 'lit';
import type { Invoice } from './company-data.js';
import type { Formats, Words } from './words.js';

export interface InvoicesView {
  readonly told: Words;
  readonly formats: Formats;
  readonly invoices: readonly Invoice[];
  remind(invoice: Invoice, reminded: boolean): void;
}

function row({ told, formats, remind }: InvoicesView, invoice: Invoice): TemplateResult {
  const { number, customer, due, open, reminded } = invoice;
  const onChange = ({ currentTarget }: Event) =>
    remind(invoice, currentTarget instanceof HTMLInputElement && currentTarget.checked);
  return html`<tr class="first">
    <td class="number">${number}</td>
    <td data-support-private>${customer}</td>
    <td class="number">${formats.date(due)}</td>
    <td class="number">${formats.amount(open)}</td>
    <td><input type="checkbox" aria-label=${told.row(told.reminded, number)} .checked=${reminded} @change=${onChange} /></td>
  </tr>`;
}

/** What customers owe. */
export const openInvoices = (view: InvoicesView): TemplateResult => html`
  <div class="sheet" tabindex="0" role="region" aria-label=${view.told.invoices}>
    <table class="journal">
      <thead>
        <tr>
          <th scope="col" class="number">${view.told.invoice}</th>
          <th scope="col">${view.told.customer}</th>
          <th scope="col" class="number">${view.told.due}</th>
          <th scope="col" class="number">${view.told.open}</th>
          <th scope="col">${view.told.reminded}</th>
        </tr>
      </thead>
      <tbody>
        ${view.invoices.map((invoice) => row(view, invoice))}
      </tbody>
    </table>
  </div>
`;

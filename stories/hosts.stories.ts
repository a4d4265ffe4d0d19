import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** The widgets as hosts have them. The whole pages, on a real endpoint, are what `npm start` serves. */
const meta: Meta = {
  title: 'Hosts',
  tags: ['!autodocs'],
};

export default meta;
type Story = StoryObj;

/** A portal: every widget on one page, the badge in its menu, one provider around all. */
export const CustomerPortal: Story = {
  tags: ['overview', 'every-engine'],
  render: () => html`
    <nav class="portal-bar" aria-labelledby="portal">
      <strong id="portal" lang="fi">Asiakasportaali</strong>
      <a href="#neuvontaoikeudet"><span lang="fi">Neuvontaoikeudet</span> <advisory-access-badge></advisory-access-badge></a>
    </nav>
    <div class="portal-cards">
      <section><support-request-form product="fivaldi"></support-request-form></section>
      <section><remote-support-download></remote-support-download></section>
      <section id="neuvontaoikeudet"><advisory-access-approval></advisory-access-approval></section>
      <section><support-request-list></support-request-list></section>
    </div>
  `,
};

const rows = [
  ['1001', '5.1.2026', '1910 Pankkitili', '1 250,00'],
  ['1002', '7.1.2026', '3000 Myynti', '980,40'],
  ['1003', '9.1.2026', '2939 Alv-velka', '231,16'],
] as const;

/** A help menu: the form in a narrow panel beside the work, which goes on. */
export const HelpMenu: Story = {
  tags: ['overview', 'every-engine'],
  render: () => html`
    <div class="program">
      <table lang="fi">
        <caption>Tositteet</caption>
        <thead>
          <tr>
            <th scope="col">Tosite</th>
            <th scope="col">Pvm</th>
            <th scope="col">Tili</th>
            <th scope="col">Debet</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
      <aside aria-labelledby="panel" data-support-panel>
        <strong id="panel" lang="fi">Ohje | Asiakaspalvelu ja tuki</strong>
        <support-request-form product="fivaldi" application="kirjanpito" company-number="1234"></support-request-form>
      </aside>
    </div>
  `,
};

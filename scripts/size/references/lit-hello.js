import { html, LitElement } from 'lit';

customElements.define(
  'hello-world',
  class extends LitElement {
    static properties = { name: {} };
    render() {
      return html`<p>Hello, ${this.name}!</p>`;
    }
  },
);

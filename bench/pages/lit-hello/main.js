import { css, html, LitElement } from 'lit';

/** The least that a form of Lit can be. */
class HelloForm extends LitElement {
  static properties = { text: { state: true } };
  static styles = css`
    :host,
    output {
      display: block;
    }
  `;

  constructor() {
    super();
    // A class field would hide Lit's accessor, and nothing would render again.
    this.text = '';
  }

  render() {
    return html`
      <h1>Support</h1>
      <label>
        Message
        <textarea rows="4" cols="60" .value=${this.text} @input=${({ target }) => (this.text = target.value)}></textarea>
      </label>
      <output>${this.text.length} characters</output>
    `;
  }
}
customElements.define('hello-form', HelloForm);

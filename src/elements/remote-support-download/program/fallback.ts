import { html, nothing, type TemplateResult } from 'lit';
import { callUs } from '../caller.js';
import type { ProgramView } from './program-view.js';

/** A clear word for a device that there is no program for. */
export function noProgram(view: ProgramView): TemplateResult {
  const { msg, computer } = view;
  const { platform } = computer;
  const isHandheld = platform === 'android' || platform === 'ios';
  return html`
    <div class="notice calm" part="notice">
      <h3>${isHandheld ? msg('No program for phones or tablets') : msg('No program for this computer')}</h3>
      <p class="small">
        ${
          isHandheld
            ? msg('Open this page on the computer that needs support.')
            : msg(
                'Choose another computer above, get the program from a page below or call customer service:',
              )
        }
        ${isHandheld ? nothing : callUs(view)}
      </p>
    </div>
  `;
}

/** Pages to get the program from in another way [guide 2.2]. */
export function fallback(view: ProgramView, open: boolean): TemplateResult {
  const { msg, offer, hours } = view;
  const { pages, plainPages } = offer;
  const link = ({ href, host, pathname }: URL) =>
    html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${host}${pathname === '/' ? '' : pathname}</a></li>`;
  return html`
    <details ?open=${open}>
      <summary>${msg('If the download does not work')}</summary>
      <div>
        <p>${msg('You can also download the program from these pages:')}</p>
        <ul class="pages">
          ${pages.map(link)}
          ${plainPages.map((page) => html`<li>${page} <span class="quiet">– ${msg('Use this address only if customer service tells you to by phone. It is not protected (http), so it is not a link.')}</span></li>`)}
        </ul>
        <p>
          ${msg('Customer service by phone:')} ${callUs(view)}.
          ${hours ?? nothing}
        </p>
      </div>
    </details>
  `;
}

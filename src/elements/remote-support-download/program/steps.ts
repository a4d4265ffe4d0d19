import { html, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Download } from './offer.js';
import type { Platform } from './platform.js';
import type { ProgramView } from './program-view.js';

/** Opening the file, with what the computer will ask. */
function opening({ msg, offer: { program } }: ProgramView, platform: Platform): readonly unknown[] {
  const { publisher } = program;
  switch (platform) {
    case 'windows':
      return [
        msg('Open the downloaded file. It is in the Downloads folder.'),
        msg(
          str`Windows may ask whether the program may make changes. Allow it only if the publisher is ${publisher}.`,
        ),
      ];
    case 'macos':
      return [
        msg('Open the downloaded file and the program in it. The file is in the Downloads folder.'),
        msg('Your Mac asks whether to open a program downloaded from the internet. Choose Open.'),
        html`
          ${msg('Your Mac asks for two permissions. Allow them in System Settings | Privacy & Security:')}
          <ul class="points">
            <li>${msg('Screen Recording: we see your screen.')}</li>
            <li>${msg('Accessibility: we can use your mouse and keyboard. Without it we can only watch.')}</li>
          </ul>
        `,
      ];
    case 'linux':
    case 'android':
    case 'ios':
    case 'chromeos':
    case 'unknown':
      return [msg('Open the downloaded file and allow what the program needs.')];
  }
}

/** How the connection comes about: by a link, or by what is told on the telephone and nowhere else. */
function connecting({ msg, offer: { sessionLink } }: ProgramView): unknown {
  if (!sessionLink) {
    return html`
      ${msg('The program shows a session ID and a session password. Give them by phone to the person you called. Do not write them anywhere.')}
      <b>${msg('Never give them to anyone who called you unexpectedly.')}</b>
    `;
  }
  return html`
    ${msg('Open the session with this link. You do not need to read anything out on the phone:')}
    <a href=${sessionLink.href} target="_blank" rel="noopener noreferrer">${msg('Open the session')}</a>
    <span class="quiet">${sessionLink.host}</span>
  `;
}

/** What happens next on this computer. A host may say it in its own way. */
export function steps(view: ProgramView, { platform }: Download): TemplateResult {
  const { msg } = view;
  return html`
    <slot name="steps">
      <ol>
        ${opening(view, platform).map((step) => html`<li>${step}</li>`)}
        <li>${connecting(view)}</li>
        <li>${msg('Watch on the screen what is being done. You can end the connection at any time by closing the program.')}</li>
      </ol>
    </slot>
  `;
}

function removal({ msg }: ProgramView, platform: Platform): TemplateResult {
  switch (platform) {
    case 'windows':
      return html`
        <li>${msg('Delete the file from the Downloads folder.')}</li>
        <li>${msg('If the program was installed, remove it in Windows under Settings | Apps | Installed apps.')}</li>
      `;
    case 'macos':
      return html`
        <li>${msg('Move the program and the file to the Bin.')}</li>
        <li>${msg('Remove the permissions in System Settings | Privacy & Security: Screen Recording and Accessibility.')}</li>
      `;
    case 'linux':
    case 'android':
    case 'ios':
    case 'chromeos':
    case 'unknown':
      return html`<li>${msg('Remove the program in the same way as other programs.')}</li>`;
  }
}

/** How to end the connection, and how to be rid of the program afterwards. */
export function ending(view: ProgramView): TemplateResult {
  const { msg, computer } = view;
  return html`
    <details>
      <summary>${msg('Ending the connection and removing the program')}</summary>
      <div>
        <ul class="points">
          <li>${msg('Close the program: the connection ends at once and the session password no longer works.')}</li>
          <li>${msg('If that does not work, disconnect the computer from the network.')}</li>
          ${removal(view, computer.platform)}
        </ul>
      </div>
    </details>
  `;
}

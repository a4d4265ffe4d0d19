import { html, nothing, type TemplateResult } from 'lit';
import type { Download } from './offer.js';
import type { Platform } from './platform.js';
import type { ProgramView } from './program-view.js';

/** The name that a file is saved by, where it is one that can stand in a command line just as it is. */
export function savedName({ pathname }: URL): string | undefined {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return /^\w[\w.-]*\.\w+$/.test(name) ? name : undefined;
}

interface Command {
  readonly where: string;
  readonly line: string;
}

/** How a computer computes the sum of a file that lies where browsers save it. */
function commands({ msg }: ProgramView, platform: Platform, name: string): readonly Command[] {
  switch (platform) {
    case 'windows':
      return [
        {
          where: msg('In PowerShell:'),
          line: `Get-FileHash -Algorithm SHA256 "$HOME\\Downloads\\${name}"`,
        },
        {
          where: msg('Or in the command prompt:'),
          line: `certutil -hashfile "%USERPROFILE%\\Downloads\\${name}" SHA256`,
        },
      ];
    case 'macos':
      return [{ where: msg('In Terminal:'), line: `shasum -a 256 ~/Downloads/${name}` }];
    case 'linux':
      return [{ where: msg('In Terminal:'), line: `sha256sum ~/Downloads/${name}` }];
    case 'android':
    case 'ios':
    case 'chromeos':
    case 'unknown':
      return [];
  }
}

/** The sum that the file ought to have; only the person can find out whether it has. */
export function fileCheck(
  view: ProgramView,
  { platform, sha256, url }: Download,
): TemplateResult | typeof nothing {
  const { msg, actions } = view;
  const sum = sha256?.trim().toLowerCase() ?? '';
  if (!/^[\da-f]{64}$/.test(sum)) return nothing;
  const name = savedName(url) ?? msg('FILE');
  return html`
    <details>
      <summary>${msg('Check the file (SHA-256)')}</summary>
      <div>
        <p>${msg('The checksum of the correct file:')}</p>
        <p><code id="sum">${sum}</code></p>
        <div class="row"><button class="button" part="button" type="button" @click=${() => actions.copy(sum)}>${msg('Copy the checksum')}</button></div>
        ${commands(view, platform, name).map(({ where, line }) => html`<p>${where} <code>${line}</code></p>`)}
        <p>${msg('If the command shows a different checksum, do not open the file. Call us.')}</p>
      </div>
    </details>
  `;
}

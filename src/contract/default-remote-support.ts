import type { RemoteSupport } from './remote-support.js';

/**
 * Where the remote-support program is to be had [guide 2.2.5]. The pages are the guide's own, the second given as plain http
 * there; the files are those that the program's maker keeps at a lasting address, in whatever version is current.
 */
export const defaultRemoteSupport: RemoteSupport = {
  program: { name: 'TeamViewer', publisher: 'TeamViewer Germany GmbH' },
  downloads: [
    {
      platform: 'windows',
      arch: 'x64',
      url: 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe',
    },
    {
      platform: 'windows',
      arch: 'x86',
      url: 'https://download.teamviewer.com/download/TeamViewerQS.exe',
    },
    { platform: 'macos', url: 'https://download.teamviewer.com/download/TeamViewerQS.dmg' },
  ],
  fallbackPages: [
    'https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/',
    'http://www.vismafivaldi.fi/etayhteys',
  ],
};

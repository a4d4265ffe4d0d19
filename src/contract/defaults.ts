import type { RemoteSupport } from './remote-support.js';
import type { ServiceLinks, ServiceProfile } from './service.js';

/**
 * What the guide itself says of customer service, for when no endpoint tells: the last resort of the form, and
 * `<remote-support-download>` on a page without an endpoint. The reference endpoint's own profile is made of it too.
 */
export const defaultContact: ServiceProfile['contact'] = {
  phone: '0107 562 170',
  phoneInternational: '+358 10 756 2170',
  email: 'asiakaspalvelu@visma.com',
  hours: {
    timeZone: 'Europe/Helsinki',
    weekly: [
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '16:00' },
    ],
    closedDates: [],
  },
};

/** The Community holds all but the HelpDesk credentials; the guide names its sections, not their addresses. */
export const defaultLinks = {
  community: 'https://community.visma.fi',
  orderHelpDeskCredentials: 'https://www.visma.fi/Asiakasportaali/Asiakkaiden-asiointi/HelpDesk-tunnusten-tilaus/',
} as const satisfies ServiceLinks;

/**
 * Where the remote-support program is to be had [guide 2.2]. The pages are the guide's own, the second given as plain http
 * there; the files are those that the program's maker keeps at a lasting address, in whatever version is current.
 */
export const defaultRemoteSupport: RemoteSupport = {
  program: { name: 'TeamViewer', publisher: 'TeamViewer Germany GmbH' },
  downloads: [
    { platform: 'windows', arch: 'x64', url: 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe' },
    { platform: 'windows', arch: 'x86', url: 'https://download.teamviewer.com/download/TeamViewerQS.exe' },
    { platform: 'macos', url: 'https://download.teamviewer.com/download/TeamViewerQS.dmg' },
  ],
  fallbackPages: ['https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/', 'http://www.vismafivaldi.fi/etayhteys'],
};

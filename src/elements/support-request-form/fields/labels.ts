import type { RequestKind } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';

/** What the fields are called that everybody sees; the others' names stand with them. */
export const labels = {
  kind: ({ msg }: Localization) => msg('What is it?'),
  about: ({ msg }: Localization) => msg('What is the problem about?'),
  critical: ({ msg }: Localization) => msg('The matter is critical'),
  product: ({ msg }: Localization) => msg('Product'),
  application: ({ msg }: Localization) => msg('Application'),
  companyNumbers: ({ msg }: Localization) => msg('Company numbers'),
  description: ({ msg }: Localization) => msg('Description'),
  attachments: ({ msg }: Localization) => msg('Pictures'),
  userIds: ({ msg }: Localization, kind: RequestKind) =>
    kind === 'problem' ? msg('User IDs with which the problem shows') : msg('User IDs'),
  summary: ({ msg }: Localization, kind: RequestKind) => {
    switch (kind) {
      case 'problem':
        return msg('The problem in brief');
      case 'question':
        return msg('The question in brief');
      case 'feedback':
        return msg('The feedback in brief');
      case 'idea':
        return msg('The idea in brief');
    }
  },
};

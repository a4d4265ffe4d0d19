import type { RequestKind } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';

/** What the fields are called that everybody sees; the others' names stand with them. */
export const labels = {
  kind: ({ msg }: Localization) => msg('What is this about?'),
  about: ({ msg }: Localization) => msg('Type of problem'),
  critical: ({ msg }: Localization) => msg('This is critical'),
  product: ({ msg }: Localization) => msg('Product'),
  application: ({ msg }: Localization) => msg('Application'),
  companyNumbers: ({ msg }: Localization) => msg('Company numbers'),
  description: ({ msg }: Localization) => msg('Description'),
  attachments: ({ msg }: Localization) => msg('Pictures'),
  userIds: ({ msg }: Localization, kind: RequestKind) =>
    kind === 'problem' ? msg('Affected user IDs') : msg('User IDs'),
  summary: ({ msg }: Localization, kind: RequestKind) => {
    switch (kind) {
      case 'problem':
        return msg('Summary');
      case 'question':
        return msg('Summary of the question');
      case 'feedback':
        return msg('Summary of the feedback');
      case 'idea':
        return msg('Summary of the idea');
    }
  },
};

import type { Page } from './page.js';

/** Leaves the list of requests alone on the customer portal's page, as a portal with pages of their own would have it. */
export const listAlone = (page: Pick<Page, 'evaluate'>): Promise<void> =>
  page.evaluate(() => {
    for (const card of document.querySelectorAll('.card'))
      if (!card.querySelector('support-request-list')) card.remove();
  });

import type { LitElement } from 'lit';
import type { Connection } from '../../context/connection.js';
import type { SupportSettings } from '../../context/settings.js';
import type { PollingController } from '../../controllers/polling-controller.js';
import type { ProfileController } from '../../controllers/profile-controller.js';
import type {
  RequestPage,
  RequestQuery,
  SupportRequestsPoller,
} from '../../controllers/support-requests-poller.lazy.js';
import type { Localization } from '../../localization/localization-controller.js';

/** The element, with what its host page says of the requests. */
interface ListElement extends LitElement, RequestQuery {
  readonly settings: SupportSettings;
  readonly requestId: string | undefined;
  readonly drafts: 'text' | 'none';
  refresh(): Promise<void>;
}

/** How the requests reach the endpoint, the host page and the person. */
export interface RequestListHost {
  readonly l10n: Localization;
  readonly profile: ProfileController;
  readonly requests: PollingController<RequestPage, SupportRequestsPoller>;
  readonly element: ListElement;
  connection(): Connection | undefined;
  announce(text: string): void;
  /** Whether what has this id has the focus. */
  hasFocus(id: string): boolean;
  /** @param focus the id of what gets the focus */
  changed(focus?: string): void;
  /** Renders, and opens the dialog that has this id. */
  showModal(id: string): void;
}

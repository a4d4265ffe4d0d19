/** Registers every element. Its types tell a host's TypeScript of the elements and their events. */
import './context/support-provider.define.js';
import './elements/remote-support-download/remote-support-download.define.js';
import './elements/advisory-access-approval/advisory-access-approval.define.js';
import './elements/advisory-access-badge/advisory-access-badge.define.js';
import './elements/screenshot-attach/screenshot-attach.define.js';
import './elements/support-request-form/support-request-form.define.js';
import './elements/support-request-list/support-request-list.define.js';

export type * from './index.js';

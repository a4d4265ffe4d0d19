import type { Selectable } from 'kysely';
import type { Tables } from './tables.js';

export type AccessRow = Selectable<Tables['advisory_access']>;
export type VersionRow = Selectable<Tables['advisory_versions']>;
export type DecisionRow = Selectable<Tables['advisory_decisions']>;
export type FirstApprovalRow = Selectable<Tables['advisory_first_approvals']>;

import { HttpClient, type SupportClient } from 'visma-support-widgets/client';
import { tokensOf } from '../shared/fetch-token.js';

/** The package's client, signed in as one of the demonstration's staff. */
export const connect = (user: string): SupportClient =>
  new HttpClient({ endpoint: '/api/support', accessToken: tokensOf(user) });

import type { PrivateKeySet } from '../../../server/src/advisory-log/signing-keys.js';

/** Keys of tests, which sign nothing that counts. */
export const testKeys: PrivateKeySet = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: 'SqR_7CXaeuB92ndB_gSSdTAEV31WoL_keIav1ROkJV8',
      d: 'k3MgqRDA03mkIgCocKTRzrzNsqjKOMsxcI_tTj5gtqM',
    },
  ],
};

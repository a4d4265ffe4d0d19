import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ConfigError, readConfig } from '../../server/src/config.js';
import { fivaldiConfigFile } from '../../server/src/support-config-file.js';
import { otherCompany } from './tools/other-company.js';
import { testKeys } from './tools/signing-keys.js';

const folder = mkdtempSync(join(tmpdir(), 'support-keys-'));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
after(() => rmSync(folder, { recursive: true }));

const oidc = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_AUDIENCE: 'support',
  SIGNING_KEYS_FILE: file('keys.json', JSON.stringify(testKeys)),
};

const faultsOf = (args: readonly string[], env: Record<string, string>): readonly string[] => {
  try {
    readConfig(args, env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
};

const largeFiles = file(
  'large-files.yaml',
  readFileSync(fivaldiConfigFile, 'utf8')
    .replace('megabytesEach: 10', 'megabytesEach: 25')
    .replace('megabytesTotal: 25', 'megabytesTotal: 50'),
);

describe('Whoever starts the endpoint', () => {
  it('gets sensible defaults', () => {
    const { host, port, endpoint } = readConfig(['--demo'], {});
    assert.deepEqual([host, port, endpoint.signIn], ['127.0.0.1', 4400, { kind: 'demo' }]);
    assert.ok(endpoint.storage.kind === 'folder' && endpoint.storage.path.endsWith('/.data'));
  });

  it('may set everything', () => {
    const { host, port, trustedProxies, endpoint } = readConfig([], {
      ...oidc,
      HOST: '::1',
      PORT: '8080',
      DATABASE_URL: 'postgres://support@db.example/support',
      SESSION_COOKIE: 'SESSION',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
      SMTP_URL: 'smtps://support:secret@smtp.example',
      HELPDESK_MAILBOX: 'helpdesk@visma.example',
      MAIL_FROM: 'support@visma.example',
      KEEP_REQUESTS_DAYS: '730',
      ALLOWED_HEADERS: 'X-Trace, X-Shop',
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_KEYS_HOURS: '48',
      TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::7',
      LIMIT_CALLS: '600',
      LIMIT_UPLOAD_MB: '1000',
      CONFIG_FILE: file('support.yaml', otherCompany),
    });
    assert.deepEqual([host, port], ['::1', 8080]);
    assert.deepEqual(trustedProxies, ['10.0.0.0/8', '2001:db8::7']);
    const { support, ...others } = endpoint;
    assert.equal(support?.contact.phone, '09 123 4567');
    assert.deepEqual(others, {
      storage: { kind: 'postgres', url: 'postgres://support@db.example/support' },
      signIn: {
        kind: 'oidc',
        issuer: 'https://id.example',
        audience: 'support',
        claims: { roles: 'realm_access.roles', tenant: undefined },
        signingKeys: testKeys,
        keysHours: 48,
      },
      sessionCookie: 'SESSION',
      allowedOrigins: ['https://a.example', 'https://b.example:8443'],
      allowedHeaders: ['X-Trace', 'X-Shop'],
      relay: {
        smtp: {
          url: 'smtps://support:secret@smtp.example',
          to: 'helpdesk@visma.example',
          from: { name: 'Tukipyynnöt', address: 'support@visma.example' },
        },
      },
      keepRequestsDays: 730,
      limits: { calls: 600, uploadMegabytes: 1000 },
    });
  });

  it('may show a demonstration to others when they say so', () => {
    assert.equal(readConfig(['--demo', '--for-everybody'], { HOST: '0.0.0.0' }).host, '0.0.0.0');
  });

  it('may have several processes only on a database that serves several', () => {
    const url = { DATABASE_URL: 'postgres://support@db.example/support' };
    assert.equal(readConfig(['--demo'], {}).processes, 1);
    assert.equal(readConfig(['--demo'], { ...url, PROCESSES: '4' }).processes, 4);
    assert.match(String(faultsOf(['--demo'], { PROCESSES: '2' })), /embedded database serves one/);
    for (const PROCESSES of ['0', '-1', '2.5', 'many', '65'])
      assert.match(String(faultsOf(['--demo'], { ...url, PROCESSES })), /from 1 to 64/);
  });

  it('is told everything that is missing, at once', () => {
    const faults = faultsOf([], { PORT: 'http', ALLOWED_ORIGINS: '*' });
    assert.deepEqual(
      faults.map((fault) => fault.split(' ', 1)[0]),
      ['PORT', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'SIGNING_KEYS_FILE', 'ALLOWED_ORIGINS'],
    );
  });

  const wrong: readonly (readonly [
    name: string,
    args: readonly string[],
    env: Record<string, string>,
    says: RegExp,
  ])[] = [
    [
      'a time of keeping that is none',
      ['--demo'],
      { KEEP_REQUESTS_DAYS: '2 years' },
      /^KEEP_REQUESTS_DAYS is "2 years": give a whole number of days/,
    ],
    [
      'keys that nothing can be signed with',
      [],
      {
        ...oidc,
        SIGNING_KEYS_FILE: file(
          'public.json',
          JSON.stringify({ keys: testKeys.keys.map(({ kty, crv, x }) => ({ kty, crv, x })) }),
        ),
      },
      /^SIGNING_KEYS_FILE names .*public.json, whose first key has no private part/,
    ],
    [
      'keys of another kind',
      [],
      { ...oidc, SIGNING_KEYS_FILE: file('other.json', '{"keys":[{"kty":"RSA"}]}') },
      /^SIGNING_KEYS_FILE names .*other.json, which is no JSON Web Key Set of Ed25519 keys/,
    ],
    [
      'a key that is cut off',
      [],
      {
        ...oidc,
        SIGNING_KEYS_FILE: file(
          'short.json',
          JSON.stringify({ keys: [...testKeys.keys, { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }] }),
        ),
      },
      /^SIGNING_KEYS_FILE names .*short.json, whose key 2 is none of Ed25519.* Put back the key/,
    ],
    [
      'a private key of another public one',
      [],
      {
        ...oidc,
        SIGNING_KEYS_FILE: file(
          'mixed.json',
          JSON.stringify({
            keys: testKeys.keys.map((key) => ({
              ...key,
              x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
            })),
          }),
        ),
      },
      /^SIGNING_KEYS_FILE names .*mixed.json, whose key 1 is none of Ed25519/,
    ],
    [
      'a page of notices without a mail server',
      ['--demo'],
      { NOTICE_URL: 'https://portal.example/tuki' },
      /^NOTICE_URL is given, but not SMTP_URL/,
    ],
    [
      'a page of notices that anybody on the way can change',
      ['--demo'],
      {
        NOTICE_URL: 'http://portal.example/tuki',
        SMTP_URL: 'smtps://smtp.example',
        HELPDESK_MAILBOX: 'helpdesk@visma.example',
        MAIL_FROM: 'tuki@visma.example',
      },
      /^NOTICE_URL must be the https address of your page/,
    ],
    [
      'a file of keys that is no JSON',
      [],
      { ...oidc, SIGNING_KEYS_FILE: file('torn.json', '{"keys":') },
      /^SIGNING_KEYS_FILE names .*torn.json, which is no JSON/,
    ],
    [
      'a file of keys that is not there',
      [],
      { ...oidc, SIGNING_KEYS_FILE: join(folder, 'none.json') },
      /^SIGNING_KEYS_FILE names .*none.json, which can't be read/,
    ],
    [
      'an issuer without an audience',
      [],
      { ...oidc, OIDC_AUDIENCE: '' },
      /^OIDC_AUDIENCE is missing/,
    ],
    ['an audience without an issuer', [], { ...oidc, OIDC_ISSUER: '' }, /^OIDC_ISSUER is missing/],
    ['the demo beside a real sign-in', ['--demo'], oidc, /^--demo lets anybody sign in/],
    [
      'the demo beside half a real sign-in',
      ['--demo'],
      { OIDC_AUDIENCE: 'support' },
      /^--demo lets anybody sign in/,
    ],
    [
      'an issuer that is not encrypted',
      [],
      { ...oidc, OIDC_ISSUER: 'http://id.example' },
      /^OIDC_ISSUER must be an https address/,
    ],
    [
      'an issuer that is no address',
      [],
      { ...oidc, OIDC_ISSUER: 'id.example' },
      /^OIDC_ISSUER must be an https address/,
    ],
    [
      'a time without the provider that is none',
      [],
      { ...oidc, OIDC_KEYS_HOURS: 'a day' },
      /^OIDC_KEYS_HOURS is "a day"/,
    ],
    ['a port beyond the last', ['--demo'], { PORT: '65536' }, /^PORT is "65536"/],
    ['a port below the first', ['--demo'], { PORT: '-1' }, /^PORT is "-1"/],
    ['every origin', ['--demo'], { ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS has "\*"/],
    [
      'an origin with a path',
      ['--demo'],
      { ALLOWED_ORIGINS: 'https://a.example/' },
      /^ALLOWED_ORIGINS has/,
    ],
    [
      'a pattern of origins',
      ['--demo'],
      { ALLOWED_ORIGINS: 'https://*.example' },
      /^ALLOWED_ORIGINS has/,
    ],
    [
      'two places for the data',
      ['--demo'],
      { DATABASE_URL: 'postgres://db', DATA_DIR: '/tmp' },
      /^DATABASE_URL and DATA_DIR/,
    ],
    ['another database', ['--demo'], { DATABASE_URL: 'mysql://db' }, /^DATABASE_URL is no address/],
    ['a cookie that cannot be', ['--demo'], { SESSION_COOKIE: 'a;b' }, /^SESSION_COOKIE is "a;b"/],
    ['a log level that is none', ['--demo'], { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"/],
    [
      'a mail server without a mailbox',
      ['--demo'],
      { SMTP_URL: 'smtps://smtp.example', MAIL_FROM: 'b@visma.example' },
      /^HELPDESK_MAILBOX is missing/,
    ],
    [
      'a mailbox without a mail server',
      ['--demo'],
      { HELPDESK_MAILBOX: 'a@visma.example', MAIL_FROM: 'b@visma.example' },
      /^SMTP_URL is missing/,
    ],
    [
      'mails from nobody',
      ['--demo'],
      { SMTP_URL: 'smtps://smtp.example', HELPDESK_MAILBOX: 'a@visma.example' },
      /^MAIL_FROM is missing.*circles/,
    ],
    [
      'a mailbox that gets mails from itself',
      ['--demo'],
      {
        SMTP_URL: 'smtps://smtp.example',
        HELPDESK_MAILBOX: 'a@visma.example',
        MAIL_FROM: 'A@Visma.example',
      },
      /^MAIL_FROM and HELPDESK_MAILBOX are the same/,
    ],
    [
      'a sender whom only some mail servers know',
      ['--demo'],
      {
        SMTP_URL: 'smtps://smtp.example',
        HELPDESK_MAILBOX: 'a@visma.example',
        MAIL_FROM: 'tukipyynnöt@visma.example',
      },
      /^MAIL_FROM is "tukipyynnöt@visma.example", which not every mail server takes/,
    ],
    [
      'a sender of mails that go nowhere',
      ['--demo'],
      { MAIL_FROM: 'a@visma.example' },
      /^MAIL_FROM is given, but/,
    ],
    [
      'a mail server that speaks something else',
      ['--demo'],
      {
        SMTP_URL: 'https://smtp.example',
        HELPDESK_MAILBOX: 'a@visma.example',
        MAIL_FROM: 'b@visma.example',
      },
      /^SMTP_URL is no address/,
    ],
    [
      'a mailbox that is two',
      ['--demo'],
      {
        SMTP_URL: 'smtps://smtp.example',
        HELPDESK_MAILBOX: 'a@visma.example, b@evil.example',
        MAIL_FROM: 'b@visma.example',
      },
      /^HELPDESK_MAILBOX is/,
    ],
    [
      'a sender with a line break',
      ['--demo'],
      {
        SMTP_URL: 'smtps://smtp.example',
        HELPDESK_MAILBOX: 'a@visma.example',
        MAIL_FROM: 'a@visma.example\r\nBcc: b@evil.example',
      },
      /^MAIL_FROM is/,
    ],
    [
      'a demonstration that others reach, without a word that they may',
      ['--demo'],
      { HOST: '0.0.0.0' },
      /^HOST is "0\.0\.0\.0", where others reach this computer/,
    ],
    [
      'a proxy that is none',
      ['--demo'],
      { TRUSTED_PROXIES: '10.0.0.1, proxy.example' },
      /^TRUSTED_PROXIES has "proxy.example"/,
    ],
    [
      'a network that is none',
      ['--demo'],
      { TRUSTED_PROXIES: '10.0.0.0/33' },
      /^TRUSTED_PROXIES has "10.0.0.0\/33"/,
    ],
    [
      'a limit that is none',
      ['--demo'],
      { LIMIT_CALLS: 'many' },
      /^LIMIT_CALLS is "many": give a whole number from 60/,
    ],
    [
      'a limit that leaves no room for a picture',
      ['--demo'],
      { LIMIT_BODIES_MB: '8' },
      /^LIMIT_BODIES_MB is "8": give a whole number from 24/,
    ],
    [
      'less memory for bodies than one person needs for a file',
      ['--demo'],
      { LIMIT_BODIES_MB: '24', CONFIG_FILE: largeFiles },
      /^LIMIT_BODIES_MB is 24, but one person has half of it, and a file may have 25 MB \(megabytesEach\): give at least 50/,
    ],
    [
      'less room for files that wait than one request needs',
      ['--demo'],
      { LIMIT_WAITING_MB: '25', CONFIG_FILE: largeFiles },
      /^LIMIT_WAITING_MB is 25, but the files of one request may have 50 MB \(megabytesTotal\): give at least 50/,
    ],
    [
      'a host for metrics without a port',
      ['--demo'],
      { METRICS_HOST: '0.0.0.0' },
      /^METRICS_HOST is given, but not METRICS_PORT/,
    ],
    [
      'a collector that is no address',
      ['--demo'],
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      /^OTEL_EXPORTER_OTLP_ENDPOINT is no address/,
    ],
    ['an option that is none', ['--demo', '--fast'], {}, /^"--fast" is no option/],
  ];
  it('does not read the password of the mail server in what is wrong with it', () => {
    const faults = faultsOf(['--demo'], {
      SMTP_URL: 'imap://support:secret@smtp.example',
      HELPDESK_MAILBOX: 'a@visma.example',
      MAIL_FROM: 'b@visma.example',
    });
    assert.equal(faults.length, 1);
    assert.doesNotMatch(faults.join(), /secret/);
  });

  for (const [name, args, env, says] of wrong) {
    it(`is not let start with ${name}`, () => {
      const faults = faultsOf(args, env);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', says);
    });
  }
});

import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import type { RequestDetails } from '../../src/contract/index.js';

export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A person of the demonstration, who uses the endpoint without a page. */
export interface Person {
  /** What they are known by. */
  readonly token: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Uploads a picture that no request names yet. */
  upload(name: string, content: Uint8Array): Promise<SentFile>;
  /** Sends a support request, and gives its id. */
  request(summary: string, files?: readonly SentFile[], isCritical?: boolean): Promise<string>;
  /** @param confirms the id of a chargeable proposal */
  reply(id: string, text: string, files?: readonly SentFile[], confirms?: string): Promise<void>;
  read(id: string): Promise<RequestDetails>;
}

const named = (files: readonly SentFile[]) => files.map(({ id, name }) => ({ id, name }));

export async function signIn(endpoint: string, user: string): Promise<Person> {
  const answer = await fetch(`${endpoint}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  const { token } = (await answer.json()) as { token: string };

  const person: Person = {
    token,
    fetch: (path, init = {}) =>
      fetch(endpoint + path, {
        ...init,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...init.headers,
        },
      }),

    async upload(name, bytes) {
      const [id, content] = [randomUUID(), Buffer.from(bytes)];
      const digest = createHash('sha256').update(content).digest('base64');
      const headers = { 'content-type': 'image/png', 'content-digest': `sha-256=:${digest}:` };
      assert.equal(
        (
          await person.fetch(`/attachments/${id}`, {
            method: 'PUT',
            headers,
            body: new Uint8Array(content),
          })
        ).status,
        201,
      );
      return { id, name, content };
    },

    async request(summary, files = [], isCritical = false) {
      const id = randomUUID();
      const body = {
        kind: 'problem',
        about: 'other',
        product: 'fivaldi',
        application: 'kirjanpito',
        summary,
        critical: isCritical,
        description: 'Yritin avata tilikauden 2026.',
        userIds: ['ayras-maija'],
        companyNumbers: ['1234'],
        contact: {
          company: 'Tilitoimisto Äyräs Oy',
          name: 'Maija Mäkelä',
          phone: '040 123 4567',
          email: 'maija.makela@ayras.fi',
        },
        attachments: named(files),
        language: 'fi',
      };
      assert.equal(
        (
          await person.fetch(`/support-requests/${id}`, {
            method: 'PUT',
            body: JSON.stringify(body),
          })
        ).status,
        201,
      );
      return id;
    },

    async reply(id, text, files = [], confirms) {
      const path = `/support-requests/${id}/messages/${randomUUID()}`;
      assert.equal(
        (
          await person.fetch(path, {
            method: 'PUT',
            body: JSON.stringify({ text, attachments: named(files), confirms }),
          })
        ).status,
        201,
      );
    },

    async read(id) {
      return (await person.fetch(`/support-requests/${id}`)).json() as Promise<RequestDetails>;
    },
  };
  return person;
}

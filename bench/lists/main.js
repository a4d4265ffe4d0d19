import '../../src/elements/advisory-access-approval/advisory-access-approval.define.js';
import '../../src/elements/support-request-list/support-request-list.define.js';
import { advisory, asked } from '../../stories/endpoint/advisory.js';
import { FakeEndpoint } from '../../stories/endpoint/fake-endpoint.js';
import { people } from '../../stories/endpoint/people.js';
import { withRequests } from '../../stories/endpoint/requests.js';

// What grows with the number of companies or of requests, on an endpoint in the page's memory.

const companies = (count) =>
  Array.from({ length: count }, (_, index) => ({
    number: String(1000 + index),
    name: `Yritys ${index + 1} Oy`,
  }));

/** Puts an element on the page, and tells how long it takes until `isThere` of its root, laid out. */
async function mount(tag, client, isThere) {
  const start = performance.now();
  const element = document.createElement(tag);
  Object.assign(element, { client, locale: 'fi' });
  document.body.append(element);
  for (;;) {
    await element.updateComplete;
    if (element.shadowRoot && isThere(element.shadowRoot)) break;
    await new Promise(requestAnimationFrame);
  }
  element.getBoundingClientRect();
  return { element, time: performance.now() - start };
}

const fixed = (client, known = new Map()) => ({
  // The same answers each time: what is measured is what the page does with them.
  async send(operation, input, options) {
    const key = operation.name + JSON.stringify(input);
    if (!known.has(key)) known.set(key, await client.send(operation, input, options));
    return known.get(key);
  },
});

const clients = new Map();
const clientOf = (support, kind, count) => {
  const key = `${kind} ${count}`;
  const answers =
    kind === 'companies'
      ? advisory(asked({ companies: companies(count) }))
      : {
          listRequests: (call) => {
            const { items } = withRequests().listRequests(call);
            return {
              items: Array.from({ length: count }, (_, index) => ({
                ...items[index % items.length],
                id: crypto.randomUUID(),
              })),
            };
          },
        };
  if (!clients.has(key))
    clients.set(key, fixed(new FakeEndpoint(support, answers).clientOf(people['main-user'])));
  return clients.get(key);
};

/** Milliseconds until so many companies can be chosen from, and until a key in their search is laid out. */
async function measureCompanies(support, count) {
  const client = clientOf(support, 'companies', count);
  const { element, time } = await mount('advisory-access-approval', client, (root) =>
    root.querySelector('.companies li'),
  );
  const field = element.shadowRoot?.querySelector('input[type=search]');
  let key = 0;
  if (field instanceof HTMLInputElement) {
    const start = performance.now();
    field.value = '9';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    element.getBoundingClientRect();
    key = performance.now() - start;
  }
  element.remove();
  return { time, key };
}

/** Milliseconds until so many support requests are listed. */
async function measureRequests(support, count) {
  const client = clientOf(support, 'requests', count);
  const { element, time } = await mount(
    'support-request-list',
    client,
    (root) => root.querySelectorAll('[part=request]').length >= count,
  );
  element.remove();
  return { time };
}

Object.assign(globalThis, { measureCompanies, measureRequests });

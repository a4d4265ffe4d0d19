import type { AdvisoryAccess, AdvisoryAsk, Language } from 'visma-support-widgets/contract';

/** The form in which staff asks for access: what it holds, as the contract has it. */

type Areas = AdvisoryAsk['areas'];
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Something in the form that the contract has no word for. */
export class FormError extends Error {
  constructor(
    readonly what: 'areas' | 'line' | 'skipped',
    readonly line = '',
  ) {
    super(what);
  }
}

const examples: Readonly<Record<string, string>> = {
  'tenant-1': '1234 Kahvila Kulma Oy\n5678 Äänekosken Sähkö Ky\n9012 Rakennus Öhman Oy',
  'tenant-2':
    '2201 Ravintola Merituuli Oy\n2202 Sähköasennus Laaksonen Oy\n2203 Tilausajot Hyvönen Ky',
};

const environments: Readonly<Record<string, AdvisoryAsk['environment']>> = {
  'tenant-1': { id: 'ayras', name: 'Tilitoimisto Äyräs' },
  'tenant-2': { id: 'virta', name: 'Kirjanpito Virta' },
};

/** An instant as a field of date and time shows it: in the reader's own time zone, to the minute. */
function localTime(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

const wholeMinute = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / MINUTE) * MINUTE);

function companiesIn(text: string): AdvisoryAsk['companies'] {
  // What a table or a mail puts around a number, and nobody sees.
  const lines = text
    .replaceAll(/\p{Cf}/gu, '')
    .split('\n')
    .filter((line) => line.trim());
  return lines.map((line) => {
    const [, number, name] = /^\s*(\d{1,10})[\s,;:\t–-]*(.*?)\s*$/.exec(line) ?? [];
    if (!number) throw new FormError('line', line.trim());
    return { number, name: name || number };
  });
}

export class AskForm {
  readonly #form: HTMLFormElement;
  #areas: Areas = [];
  #environment: AdvisoryAsk['environment'] | undefined;
  /** What was put into the fields of date and time, which show minutes, and in autumn two instants alike. */
  #filledIn: Readonly<Record<'from' | 'until', Date>> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#field('tenant').addEventListener('change', () => this.clear(this.#field('tenant').value));
  }

  #field(name: string): Field {
    const field = this.#form.elements.namedItem(name);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    )
      return field;
    throw new Error(`The form has no field "${name}".`);
  }

  readonly #boxes = (): HTMLInputElement[] => [
    ...this.#form.querySelectorAll<HTMLInputElement>('#areas input'),
  ];

  /** The areas that there are; chosen ones stay chosen. */
  offer(areas: Areas, language: Language): void {
    this.#areas = areas;
    const chosen = new Set(
      this.#boxes()
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
    const labels = areas.map(({ id, name }) => {
      const [label, box] = [document.createElement('label'), document.createElement('input')];
      box.type = 'checkbox';
      box.value = id;
      box.checked = chosen.size ? chosen.has(id) : id === 'kirjanpito';
      label.append(box, name[language] ?? name.fi);
      return label;
    });
    this.#form.querySelector('#areas')?.replaceChildren(...labels);
  }

  /** A new request to a customer: four hours from now. */
  clear(tenant = 'tenant-1'): void {
    this.#form.reset();
    this.#environment = undefined;
    this.#field('tenant').value = tenant;
    this.#setTenant(false);
    this.#field('companies').value = examples[tenant] ?? '';
    this.#setPeriod(new Date(), new Date(Date.now() + 4 * HOUR));
    for (const box of this.#boxes()) box.checked = box.value === 'kirjanpito';
  }

  /** What a request asks, to be asked in other words or for longer; its customer stays. */
  fill(tenant: string, request: AdvisoryAccess, isAnew: boolean): void {
    this.#form.reset();
    this.#environment = request.environment;
    this.#field('tenant').value = tenant;
    this.#setTenant(true);
    this.#field('companies').value = request.companies
      .map(({ number, name }) => `${number} ${name}`)
      .join('\n');
    const areas = new Set(request.areas.map(({ id }) => id));
    for (const box of this.#boxes()) box.checked = areas.has(box.value);
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[name=access]'))
      radio.checked = radio.value === request.access;
    this.#field('grantedTo').value =
      request.grantedTo.kind === 'person' ? 'person' : request.grantedTo.name;
    this.#field('reason').value = request.reason;
    this.#field('supportRequest').value = request.supportRequest ?? '';
    const begins = isAnew ? new Date() : new Date(request.from);
    this.#setPeriod(
      begins,
      isAnew ? new Date(begins.getTime() + 4 * HOUR) : new Date(request.until),
    );
  }

  #setPeriod(from: Date, until: Date): void {
    const [begin, end] = [wholeMinute(from), wholeMinute(until)];
    this.#filledIn = { from: begin, until: end };
    this.#field('from').value = localTime(begin);
    this.#field('until').value = localTime(end);
  }

  #setTenant(isFixed: boolean): void {
    this.#field('tenant').disabled = isFixed;
  }

  /** @throws FormError where clocks are put forward over the time that was typed */
  #instant(name: 'from' | 'until'): string {
    const { value } = this.#field(name);
    const filledIn = this.#filledIn?.[name];
    if (filledIn && localTime(filledIn) === value) return filledIn.toISOString();
    const instant = new Date(value);
    if (localTime(instant) !== value.slice(0, 16)) throw new FormError('skipped');
    return instant.toISOString();
  }

  /** @throws FormError when something is missing or wrong that the browser doesn't ask for */
  read(): AdvisoryAsk {
    const value = (name: string) => this.#field(name).value;
    const chosen = new Set(
      this.#boxes()
        .filter(({ checked }) => checked)
        .map((box) => box.value),
    );
    if (!chosen.size) throw new FormError('areas');
    const [to, supportRequest] = [value('grantedTo'), value('supportRequest').trim()];
    const isChange = this.#form.querySelector<HTMLInputElement>(
      '[name=access][value=change]',
    )?.checked;
    return {
      tenant: value('tenant'),
      grantedTo: { kind: to === 'person' ? 'person' : 'unit', name: to },
      access: isChange ? 'change' : 'view',
      environment: this.#environment ??
        environments[value('tenant')] ?? { id: value('tenant'), name: value('tenant') },
      reason: value('reason'),
      ...(supportRequest && { supportRequest }),
      companies: companiesIn(value('companies')),
      areas: this.#areas.filter(({ id }) => chosen.has(id)),
      from: this.#instant('from'),
      until: this.#instant('until'),
    };
  }
}

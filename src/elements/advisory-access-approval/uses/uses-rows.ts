import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryHistoryItem } from '../../../contract/advisory-access.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { nameOf } from '../views/names.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** A day and a time as every spreadsheet reads them, by the reader's own clock. */
const timestamp = (instant: Date): string =>
  `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())} ${two(instant.getHours())}:${two(instant.getMinutes())}:${two(instant.getSeconds())}`;

/** Whether somebody looked or changed something, in a word. */
export function accessText({ msg }: Localization, access: string): string {
  if (access === 'view') return msg('Viewed');
  return access === 'change' ? msg('Changed') : msg('Unknown');
}

/** Uses as the rows of a table, with what the columns are called above them. */
export function usesRows(l10n: Localization, uses: readonly AdvisoryHistoryItem[]): string[][] {
  const { msg } = l10n;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const columns = [
    msg(str`First use (${timeZone})`),
    msg(str`Last use (${timeZone})`),
    msg('Uses'),
    msg('Person'),
    msg('Company number'),
    msg('Company'),
    msg('Program area'),
    msg('Access'),
    msg('Description'),
  ];
  return [
    columns,
    ...uses.map(({ at, since = at, count = 1, by, text = '', use }) => [
      timestamp(new Date(since)),
      timestamp(new Date(at)),
      String(count),
      by?.name ?? '',
      use?.company.number ?? '',
      use?.company.name ?? '',
      use ? nameOf(l10n, use.area.name) : '',
      use ? accessText(l10n, use.access) : '',
      // An endpoint of before says it in one text alone.
      use ? (use.what ?? '') : text,
    ]),
  ];
}

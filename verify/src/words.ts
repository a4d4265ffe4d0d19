import type { Statement, StatementContent } from '../../src/contract/index.js';
import type { VerifiedReceipt } from './verify-receipt.js';

const MOST_NAMED = 10;

const listed = (values: readonly string[]): string =>
  values.length > MOST_NAMED
    ? `${values.slice(0, MOST_NAMED).join(', ')} and ${values.length - MOST_NAMED} more`
    : values.join(', ');

function contentLines({
  grantedTo,
  access,
  companies,
  areas,
  from,
  until,
  reason,
}: StatementContent): string[] {
  return [
    `to ${grantedTo.kind === 'unit' ? 'everybody in the unit ' : ''}${grantedTo.name}, to ${access === 'view' ? 'look' : 'look and change'}`,
    `companies (${companies.length}): ${listed(companies)}`,
    `areas: ${listed(areas)}`,
    `from ${from} until ${until}`,
    `since: ${reason}`,
  ];
}

const acts: Readonly<Record<Statement['type'], string>> = {
  asked: 'asked for access',
  amended: 'amended the request',
  withdrawn: 'withdrew the request',
  lapsed: 'the request lapsed, since nobody decided on it',
  firstApproved: 'approved, as the first of two',
  approved: 'granted access',
  rejected: 'rejected the request',
  returned: 'asked for more information',
  activated: 'access began',
  revoked: 'ended the access',
  ended: 'access ended',
  used: 'used the access',
};

function linesOf({ type, at, by, content, first, reason, use }: Statement): string[] {
  const who = by ? `${by.name} (${by.side}, ${by.id}) ` : '';
  const what = use
    ? `${use.access === 'view' ? 'looked at' : 'changed'} company ${use.company}, area ${use.area}${use.what === undefined ? '' : `: ${use.what}`}${use.count === undefined ? '' : ` (${use.count} times)`}`
    : acts[type];
  return [
    `${at}  ${who}${what}`,
    ...[
      ...(first ? [`together with ${first.name} (${first.id})`] : []),
      ...(content ? contentLines(content) : []),
      ...(reason ? [`reason: ${reason}`] : []),
    ].map((line) => `    ${line}`),
  ];
}

/** What a receipt says, in plain words, a line each. */
export function describe(
  { id, tenant, at, statements, logSize, keyIds }: VerifiedReceipt,
  isTrusted: boolean,
): string[] {
  const isUsed = statements.some(({ type }) => type === 'used');
  const isGranted = statements.some(({ type }) => type === 'approved');
  return [
    `Every signature and proof holds: request ${id} of customer ${tenant}, as it stood at ${at}.`,
    '',
    ...statements.flatMap(linesOf),
    ...(isGranted && !isUsed ? ['The access has not been used.'] : []),
    '',
    `${statements.length} statements, all in the customer's log of ${logSize}.`,
    `Signed by ${keyIds.join(', ')}.`,
    ...(isTrusted
      ? []
      : [
          'These keys are named by the receipt itself. To know that they are the endpoint’s, keep its keys',
          '(GET /advisory-access/keys) and give them: --keys keys.json',
        ]),
  ];
}

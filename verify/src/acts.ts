import type { Statement, StatementContent } from '../../src/contract/index.js';

/** What can't be, whoever signed it: a grant wider than what was asked for, or a use outside a grant. */

const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
  const known = new Set(whole);
  return part.every((one) => known.has(one));
};

const isNarrower = (granted: StatementContent, asked: StatementContent): boolean =>
  isWithin(granted.companies, asked.companies) &&
  isWithin(granted.areas, asked.areas) &&
  Date.parse(granted.until) <= Date.parse(asked.until) &&
  Date.parse(granted.from) >= Date.parse(asked.from) &&
  granted.access === asked.access &&
  granted.grantedTo.kind === asked.grantedTo.kind &&
  granted.grantedTo.id === asked.grantedTo.id;

const allows = (granted: StatementContent, { at, use }: Statement): boolean =>
  use !== undefined &&
  granted.companies.includes(use.company) &&
  granted.areas.includes(use.area) &&
  (granted.access === 'change' || use.access === 'view') &&
  Date.parse(at) >= Date.parse(granted.from) &&
  Date.parse(at) < Date.parse(granted.until);

/** What is wrong with the order and the contents of statements; nothing where they fit together. */
export function problemWith(statements: readonly Statement[]): string | undefined {
  let asked: Statement | undefined;
  let granted: StatementContent | undefined;
  let first: Statement | undefined;
  let isOver = false;
  for (const said of statements) {
    switch (said.type) {
      case 'asked':
      case 'amended':
        if (granted) return 'a request was amended after it had been approved';
        if (!said.content) return 'a request says nothing of what it asks for';
        asked = said;
        first = undefined;
        break;
      case 'firstApproved':
        if (granted || isOver || first)
          return 'a request was approved first after it had been decided';
        if (asked?.version !== said.version || !said.content || !asked.content || !said.by)
          return 'a request was approved in a version that nobody asked for';
        if (!isNarrower(said.content, asked.content)) return 'more was approved than was asked for';
        first = said;
        break;
      case 'approved':
        if (granted || isOver) return 'a request was approved after it had been decided';
        if (asked?.version !== said.version || !said.content || !asked.content)
          return 'a request was approved in a version that nobody asked for';
        if (!isNarrower(said.content, asked.content)) return 'more was granted than was asked for';
        if (first?.by?.id !== said.first?.id || (first && first.by?.id === said.by?.id))
          return 'a request that two had to approve was granted without the other';
        if (
          first?.content &&
          !isNarrower(said.content, { ...first.content, from: said.content.from })
        )
          return 'more was granted than both approved';
        granted = said.content;
        break;
      case 'used':
        if (!granted || isOver || !allows(granted, said))
          return `access was used at ${said.at} outside what was granted`;
        break;
      case 'revoked':
      case 'ended':
      case 'rejected':
      case 'withdrawn':
      case 'lapsed':
        isOver = true;
        break;
      case 'returned':
      case 'activated':
        break;
    }
  }
  return undefined;
}

import fc from 'fast-check';

/** Generated schedules: rounds of acts that several people do at once, with the clock moved before and during them. */

export const staff = ['agent', 'developer'] as const;
export type StaffName = (typeof staff)[number];
export const granters = ['maija', 'kaisa', 'olli'] as const;
export type GranterName = (typeof granters)[number];
export const trespassers = ['accountant', 'stranger', 'agent'] as const;

export const companyNumbers = ['11', '22', '33'] as const;
export const areaIds = ['kirjanpito', 'palkanlaskenta'] as const;
type Company = (typeof companyNumbers)[number];
type Area = (typeof areaIds)[number];

/** There are two requests in a schedule; the second may prolong the first. */
const slot = fc.constantFrom<(0 | 1)[]>(0, 1);
const staffName = fc.constantFrom(...staff);
const granter = fc.constantFrom(...granters);
const access = fc.constantFrom<('view' | 'change')[]>('view', 'change');
const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: rare });
const companies = mostly(
  fc.constant<Company[]>([...companyNumbers]),
  fc.subarray([...companyNumbers], { minLength: 1 }),
);
const areas = mostly(
  fc.constant<Area[]>([...areaIds]),
  fc.subarray([...areaIds], { minLength: 1 }),
);
const minutes = mostly(fc.integer({ min: 60, max: 600 }), fc.integer({ min: 1, max: 60 }));

const asked = {
  slot,
  by: staffName,
  to: fc.constantFrom<('person' | 'unit')[]>('person', 'unit', 'unit'),
  access,
  companies,
  areas,
  /** From now, in minutes. */
  from: fc.constantFrom(-30, 0, 0, 0, 0, 0, 20, 90),
  lasting: minutes,
};

const prolongs = mostly(fc.constant(false), fc.constant(true));
const ask = fc.record({ act: fc.constant('ask'), ...asked, prolongs });
const amend = fc.record({ act: fc.constant('amend'), ...asked });
const withdraw = fc.record({ act: fc.constant('withdraw'), slot, by: staffName });
const look = fc.record({ act: fc.constant('look'), slot, by: granter });

/** By what the granter last saw, as an honest page does it; narrower, wider or empty. */
const decide = fc.record({
  act: fc.constant('decide'),
  slot,
  by: granter,
  outcome: fc.constantFrom('approved', 'approved', 'approved', 'rejected', 'returned'),
  narrower: fc.record(
    {
      until: minutes,
      companies: mostly(
        fc.subarray([...companyNumbers], { minLength: 1 }),
        fc.subarray([...companyNumbers, '44']),
      ),
      areas: mostly(
        fc.subarray([...areaIds], { minLength: 1 }),
        fc.subarray([...areaIds, 'arkisto']),
      ),
    },
    { requiredKeys: [] },
  ),
  isPlain: fc.boolean(),
});
const repeat = fc.record({ act: fc.constant('repeat'), by: granter });
const revoke = fc.record({ act: fc.constant('revoke'), slot, by: granter });
const trespass = fc.record({
  act: fc.constant('trespass'),
  slot,
  by: fc.constantFrom(...trespassers),
});
const check = fc.record({
  act: fc.constant('check'),
  by: staffName,
  company: fc.constantFrom(...companyNumbers),
  area: fc.constantFrom(...areaIds),
  access: mostly(fc.constant<'view' | 'change'>('view'), fc.constant<'view' | 'change'>('change')),
});
const limit = fc.record({
  act: fc.constant('limit'),
  by: granter,
  hours: fc.constantFrom(1, 2, 4, 8),
});
const tick = fc.record({ act: fc.constant('tick'), minutes: fc.constantFrom(1, 10, 60) });

const act = fc.oneof(
  { weight: 1, arbitrary: ask },
  { weight: 2, arbitrary: amend },
  { weight: 1, arbitrary: withdraw },
  { weight: 3, arbitrary: look },
  { weight: 9, arbitrary: decide },
  { weight: 3, arbitrary: repeat },
  { weight: 2, arbitrary: revoke },
  { weight: 1, arbitrary: trespass },
  { weight: 14, arbitrary: check },
  { weight: 1, arbitrary: limit },
  { weight: 2, arbitrary: tick },
);

const round = fc.record({
  /** How long after the former round, in minutes. */
  later: fc.constantFrom(0, 0, 0, 0, 1, 10, 30, 90),
  /** Whether the granters look at both requests before it, as a page that polls does. */
  isFresh: mostly(fc.constant(true), fc.constant(false)),
  during: fc.array(
    // In milliseconds: so that an act, or the clock, comes in between while another one is under way.
    fc.record({
      instance: fc.constantFrom(0, 1),
      after: fc.constantFrom(0, 0, 0, 2, 4, 8, 16),
      does: act,
    }),
    { minLength: 3, maxLength: 9 },
  ),
});

export const schedule = fc.record({
  first: ask,
  second: ask,
  rounds: fc.array(round, { minLength: 3, maxLength: 7 }),
});

type Values<T> = T extends fc.Arbitrary<infer V> ? V : never;
export type Schedule = Values<typeof schedule>;
export type Act = Values<typeof act>;
export type Of<N extends Act['act']> = Extract<Act, { readonly act: N }>;

import * as z from 'zod/mini';
import { advisoryHistoryItem } from './advisory-access.js';
import { operation } from './operation.js';
import { instant, language, languages, openEnum } from './values.js';

/** Of which requests for advisory access a person gets mails: of all, of those that they have decided on, or of none. */
export const noticeChoices = ['all', 'mine', 'none'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** What a person is told of advisory access, by mail and when they come back to the page. */
export const advisoryNotices = z.object({
  /** Missing where nothing is mailed to this person. */
  email: z.optional(z.string()),
  wants: openEnum(noticeChoices),
  /** The language of the mails, once the person has been here. */
  language: z.optional(openEnum(languages)),
  /** When the person last said that they have seen what happened; missing at first, when nothing is news. */
  since: z.optional(instant),
  /** What others did since then, and how often. */
  news: z.array(z.object({ act: advisoryHistoryItem.shape.act, count: z.number() })),
  /** Up to where that goes: to be sent as `seen` once the person has seen it. */
  upTo: z.string(),
});
export type AdvisoryNotices = z.infer<typeof advisoryNotices>;

/** What is absent stays. */
export const noticeSettings = z.object({
  wants: z.optional(z.enum(noticeChoices)),
  language: z.optional(language),
  /** The `upTo` of what has been seen. What was seen once stays seen. */
  seen: z.optional(z.string().check(z.regex(/^\d{1,12}$/))),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

export const getAdvisoryNotices = operation({
  name: 'getAdvisoryNotices',
  method: 'GET',
  path: '/me/notices',
  response: advisoryNotices,
  statuses: [200],
  problems: [],
  capability: 'advisoryNotices',
  audience: 'customer',
});

export const putAdvisoryNotices = operation({
  name: 'putAdvisoryNotices',
  method: 'PUT',
  path: '/me/notices',
  body: noticeSettings,
  response: advisoryNotices,
  statuses: [200],
  problems: ['validation'],
  capability: 'advisoryNotices',
  audience: 'customer',
});

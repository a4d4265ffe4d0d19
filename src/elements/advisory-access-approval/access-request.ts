import { str } from '@lit/localize/internal/str-tag.js';
import { SupportError } from '../../client/support-error.js';
import type { Connection } from '../../context/connection.js';
import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  revokeAdvisoryAccess,
  type AdvisoryAccess,
  type AdvisoryAccessItem,
  type Decision,
} from '../../contract/advisory-access.js';
import { getAdvisoryReceipt } from '../../contract/advisory-statement.js';
import { canonicalJson } from '../../contract/canonical-json.js';
import type { AdvisoryAccessController } from '../../controllers/advisory-access-controller.js';
import type { LazyPart } from '../../controllers/lazy-part.js';
import type { ProfileController } from '../../controllers/profile-controller.js';
import type { Localization } from '../../localization/localization-controller.js';
import { saveFile } from '../../ui/save-file.js';
import {
  AdvisoryAccessDecidedEvent,
  AdvisoryAccessRevokedEvent,
} from './advisory-access-approval.events.js';
import {
  decisionOf,
  keptSelection,
  defaultSelection,
  leftOf,
  selectionProblems,
  type Selection,
  type SelectionProblem,
  type Terms,
} from './selection.js';
import { CompanySearch } from './company-search.js';
import type { AdvisoryUses } from './uses/advisory-uses.js';
import { stateText } from './views/texts.js';

/** A decision, or the end of a right. */
export type SentDecision = Decision | 'revocation';

/** What a person is doing with a request, or what has come of it; each carries what it needs. */
export type Act =
  | { readonly name: 'looking'; readonly problems: readonly SelectionProblem[] }
  /** Writing why, or what is to be explained. */
  | {
      readonly name: 'writing';
      readonly outcome: 'rejected' | 'returned';
      readonly missing: boolean;
    }
  | { readonly name: 'sending'; readonly sent: SentDecision; readonly attempt: number }
  /** No answer came: it may have been done. */
  | { readonly name: 'unsure'; readonly sent: SentDecision; readonly checking: boolean }
  /** It turned out that nothing of it was done. */
  | { readonly name: 'undone' }
  | { readonly name: 'refused'; readonly error: SupportError }
  /** Support has changed the request; `tried` when the person had decided on what they saw. */
  | { readonly name: 'changed'; readonly latest: AdvisoryAccess; readonly tried: boolean }
  /** There is nothing left to decide; `by` me, or by others or time. */
  | {
      readonly name: 'over';
      readonly latest: AdvisoryAccess;
      readonly mine: boolean;
      readonly tried: boolean;
    };

/** Where a request is on its way to be seen. */
export type Content =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly error: SupportError }
  | { readonly name: 'there'; readonly request: AdvisoryAccess; readonly search: CompanySearch };

/** What came of asking for the receipt. */
export type ReceiptState = 'none' | 'loading' | 'saved' | 'failed' | 'altered';

/** How a person looks at the companies. */
export interface Look {
  readonly words: string;
  /** Those that were chosen when a person wanted to see them alone; one that is left out again stays in sight. */
  readonly onlyChosen: ReadonlySet<string> | undefined;
  readonly most: number;
  /** What is being pasted, and what the last paste held that isn't asked for. */
  readonly pasting: string | undefined;
  readonly unknown: readonly string[];
}

/** Nobody should wonder for longer than needed. */
const CHECK_AGAIN_MS = 3000;

/** So many companies are shown at a time, and so many of them with the first painting, which is more than can be seen. */
export const PAGE = 100;
const FIRST = 20;

/** What a person is to be told of when it becomes another. */
const newsOf = ({ version, state, firstApproval }: AdvisoryAccess | AdvisoryAccessItem): string =>
  `${version} ${state} ${firstApproval?.at}`;

/** What is fetched anew when it becomes another: news, and that a right was used. */
const shownOf = (request: AdvisoryAccess | AdvisoryAccessItem): string =>
  `${newsOf(request)} ${request.usedAt}`;

const looking: Act = { name: 'looking', problems: [] };

/** What shows the uses of a right. */
export type UsesPart = LazyPart<typeof import('./uses/advisory-uses.lazy.js')>;

/** How the requests reach the endpoint, the element and the person. */
export interface AccessHost {
  readonly l10n: Localization;
  readonly profile: ProfileController;
  readonly access: AdvisoryAccessController;
  readonly usesPart: UsesPart;
  /** The request that is shown alone. */
  requestId(): string | undefined;
  isConnected(): boolean;
  connection(): Connection | undefined;
  dispatchEvent(event: Event): boolean;
  announce(text: string): void;
  /** Shows what has changed; the focus goes to what has the id `focus`, where it is given. */
  changed(focus?: string): void;
}

/** One request as a person sees it and decides on it. What they have before them is never exchanged by itself. */
export class AccessRequest {
  content: Content = { name: 'loading' };
  act: Act = looking;
  selection: Selection = { companies: new Set(), areas: new Set() };
  reason = '';
  areUsesOpen = false;
  /** Missing until they were opened once. */
  uses: AdvisoryUses | undefined;
  receipt: ReceiptState = 'none';
  look: Look = { words: '', onlyChosen: undefined, most: PAGE, pasting: undefined, unknown: [] };
  readonly id: string;
  /** The id of its heading in the shadow root; those of its other parts begin with it. */
  readonly key: string;
  readonly #host: AccessHost;
  /** The latest news that has been dealt with. */
  #seen = '';

  /** @param shownAs where it stands on the page: a right that was just granted stands there twice */
  constructor(id: string, shownAs: 'request' | 'row', host: AccessHost) {
    this.id = id;
    this.key = `${shownAs}-${id}`;
    this.#host = host;
  }

  get request(): AdvisoryAccess | undefined {
    return this.content.name === 'there' ? this.content.request : undefined;
  }

  /** The id of what says how things stand, in the shadow root. */
  get noticeId(): string {
    return `${this.key}-notice`;
  }

  async load(): Promise<void> {
    this.content = { name: 'loading' };
    this.#host.changed();
    try {
      const request = await this.#fetch(this.id);
      const former =
        request.state === 'pending' && request.extends
          ? await this.#fetch(request.extends).catch(() => undefined)
          : undefined;
      this.#show(request, this.#defaultSelection(request, former));
    } catch (error) {
      this.content = { name: 'failed', error: SupportError.from(error) };
    }
    this.#host.changed();
  }

  /** What the list says of the request now. */
  follow(item: AdvisoryAccessItem | undefined): void {
    const news = item && shownOf(item);
    if (this.act.name === 'unsure') void this.check();
    else if (
      news !== undefined &&
      this.request &&
      news !== this.#seen &&
      this.act.name !== 'sending' &&
      this.act.name !== 'over'
    ) {
      this.#seen = news;
      void this.#fetch(this.id).then(
        (latest) => this.#update(latest),
        () => (this.#seen = ''),
      );
    }
  }

  toggleUses(): void {
    this.areUsesOpen = !this.areUsesOpen;
    if (this.areUsesOpen) this.openUses();
    this.#host.changed();
  }

  /** Loads what shows the uses. */
  openUses(): void {
    this.#host.usesPart.load().then(
      ({ AdvisoryUses }) => {
        this.uses ??= new AdvisoryUses(this, this.#host);
        this.#host.changed();
      },
      // That it is missing is said in its place.
      () => undefined,
    );
  }

  /** Fetches everything that was signed of the request and hands it to the browser to save, in its one spelling. */
  async saveReceipt(): Promise<void> {
    const connection = this.#host.connection();
    if (!connection || this.receipt === 'loading') return;
    this.#setReceipt('loading');
    try {
      const receipt = await connection.send(getAdvisoryReceipt, { params: { id: this.id } });
      saveFile(
        new File([canonicalJson(receipt)], `neuvontaoikeus-${this.id}.json`, {
          type: 'application/json',
        }),
      );
      this.#setReceipt('saved');
    } catch (error) {
      // The endpoint signs nothing more once its log was changed.
      this.#setReceipt(SupportError.from(error).code === 'conflict' ? 'altered' : 'failed');
    }
  }

  choose(selection: Partial<Selection>): void {
    this.selection = { ...this.selection, ...selection };
    const { request, act } = this;
    const now = this.#host.access.clock?.now();
    if (request && now && act.name === 'looking' && act.problems.length)
      this.act = { name: 'looking', problems: selectionProblems(this.#terms(request, now)) };
    this.#host.changed();
  }

  changeView(look: Partial<Look>, focus?: string): void {
    this.look = { ...this.look, ...look };
    this.#host.changed(focus);
  }

  enter(act: Act, focus?: string): void {
    this.act = act;
    this.#host.changed(focus);
  }

  /** Back to the request, whatever stood in its way. */
  returnToRequest(focus?: string): void {
    this.enter(looking, focus);
  }

  /** Takes up the request as it is now; what is new in it isn't chosen. */
  review(): void {
    const { act, request } = this;
    if (act.name !== 'changed' || !request) return;
    this.#show(act.latest, keptSelection(act.latest, request, this.selection));
    this.returnToRequest(this.key);
  }

  /** @param now the time for which it was said what a press grants: just that is granted */
  async approve(now: Date): Promise<void> {
    const { request } = this;
    if (!request || this.act.name === 'sending') return;
    const terms = this.#terms(request, now);
    const problems = selectionProblems(terms);
    if (problems.length) return this.enter({ name: 'looking', problems }, this.noticeId);
    await this.#send(decisionOf(terms));
  }

  /** Rejects, or asks back. */
  async answer(outcome: 'rejected' | 'returned'): Promise<void> {
    const reason = this.reason.trim();
    if (!reason)
      return this.enter({ name: 'writing', outcome, missing: true }, `${this.key}-reason`);
    if (this.request) await this.#send({ version: this.request.version, outcome, reason });
  }

  /** Ends the right. Harmless when it has ended already. */
  async revoke(): Promise<void> {
    if (this.act.name !== 'sending') await this.#send('revocation');
  }

  /** Asks the endpoint whether what was sent has been done. */
  async check(): Promise<void> {
    if (this.act.name !== 'unsure' || this.act.checking) return;
    const { act } = this;
    this.enter({ ...act, checking: true });
    try {
      this.#update(await this.#fetch(this.id), act.sent);
    } catch {
      this.enter({ ...act, checking: false });
      this.#checkLater();
    }
  }

  #setReceipt(state: ReceiptState): void {
    this.receipt = state;
    this.#host.changed();
  }

  #checkLater(): void {
    setTimeout(() => {
      if (this.#host.isConnected()) void this.check();
    }, CHECK_AGAIN_MS);
  }

  #terms(request: AdvisoryAccess, now: Date): Terms {
    return { request, selection: this.selection, maxHours: this.#maxHours, now };
  }

  get #maxHours(): number {
    return this.#host.access.list?.maxHours ?? Infinity;
  }

  #defaultSelection(request: AdvisoryAccess, former?: AdvisoryAccess): Selection {
    const now = this.#host.access.clock?.now() ?? new Date(request.serverTime);
    return defaultSelection({ request, maxHours: this.#maxHours, now }, former);
  }

  #show(request: AdvisoryAccess, selection: Selection): void {
    this.#seen = shownOf(request);
    this.content = { name: 'there', request, search: new CompanySearch(request.companies) };
    this.selection = selection;
    this.look = { ...this.look, words: '', onlyChosen: undefined, most: FIRST, unknown: [] };
    setTimeout(() => {
      if (this.look.most === FIRST) this.changeView({ most: PAGE });
    });
  }

  async #fetch(id: string): Promise<AdvisoryAccess> {
    const connection = this.#host.connection();
    if (!connection) throw new SupportError('noEndpoint');
    return leftOf(
      await connection.send(
        getAdvisoryAccess,
        { params: { id } },
        { language: this.#host.l10n.language },
      ),
    );
  }

  async #send(sent: SentDecision): Promise<void> {
    const connection = this.#host.connection();
    if (!connection) return;
    const sending = { name: 'sending', sent, attempt: 1 } as const;
    this.enter(sending, this.noticeId);
    const params = { id: this.id };
    const options = {
      language: this.#host.l10n.language,
      onRetry: (attempt: number) => this.enter({ ...sending, attempt }),
    };
    try {
      const latest =
        sent === 'revocation'
          ? await connection.send(revokeAdvisoryAccess, { params, body: {} }, options)
          : await connection.send(decideAdvisoryAccess, { params, body: sent }, options);
      this.#update(leftOf(latest), sent);
    } catch (thrown) {
      await this.#fail(SupportError.from(thrown), sent);
    }
    void this.#host.access.refresh();
  }

  async #fail(error: SupportError, sent: SentDecision): Promise<void> {
    const isTooLate = ['changed', 'decided', 'lapsed', 'withdrawn', 'conflict'].includes(
      error.code,
    );
    if (!error.unanswered && !isTooLate)
      return this.enter({ name: 'refused', error }, this.noticeId);
    this.act = { name: 'unsure', sent, checking: false };
    // Who comes too late sees what there is now; who got no answer waits until there is a connection again.
    if (isTooLate) await this.check();
    else this.#checkLater();
    this.#host.changed(this.noticeId);
  }

  /** Takes in how the request stands now: after something was sent, or because the list tells of news. */
  #update(latest: AdvisoryAccess, sent?: SentDecision): void {
    const request = this.request ?? latest;
    this.#seen = shownOf(latest);
    const focus = sent && this.noticeId;
    const isOpen =
      latest.state === 'pending' || latest.state === 'active' || latest.state === 'scheduled';
    if (isOpen && newsOf(latest) === newsOf(request)) {
      if (latest.state !== 'pending') this.#replace(latest);
      if (sent) this.enter({ name: 'undone' }, focus);
    } else if (latest.state === 'pending' && latest.firstApproval?.mine) {
      // It waits for another person's word now.
      this.#show(latest, this.#defaultSelection(latest));
      this.returnToRequest(focus);
    } else if (request.state === 'pending' && latest.state === 'pending') {
      this.enter({ name: 'changed', latest, tried: sent !== undefined }, focus);
      if (!sent) {
        const { msg } = this.#host.l10n;
        this.#host.announce(
          latest.firstApproval
            ? msg('Someone else has approved the request')
            : msg('Customer service has changed the request'),
        );
      }
    } else if (request.state === 'pending' || sent) {
      const mine = sent !== undefined && this.#isMine(latest, sent);
      this.enter({ name: 'over', latest, mine, tried: sent !== undefined }, focus);
      if (mine) this.#report(latest, sent);
      if (!sent) this.#announceState(latest);
    } else {
      this.#replace(latest);
    }
  }

  /** Shows how a request stands on which there is nothing to decide. */
  #replace(request: AdvisoryAccess): void {
    this.content = { name: 'there', request, search: new CompanySearch(request.companies) };
    this.#host.changed();
  }

  #isMine({ decision }: AdvisoryAccess, sent: SentDecision): boolean {
    if (sent === 'revocation') return true;
    const me = this.#host.profile.me?.name;
    return (
      decision?.version === sent.version &&
      decision.outcome === sent.outcome &&
      (!me || decision.by.name === me)
    );
  }

  #announceState({ state }: AdvisoryAccess): void {
    const { l10n } = this.#host;
    this.#host.announce(l10n.msg(str`The request status has changed: ${stateText(l10n, state)}.`));
  }

  #report({ id, endsAt }: AdvisoryAccess, sent: SentDecision): void {
    this.#host.dispatchEvent(
      sent === 'revocation'
        ? new AdvisoryAccessRevokedEvent(id)
        : new AdvisoryAccessDecidedEvent({
            id,
            outcome: sent.outcome,
            ...(sent.outcome === 'approved' && { until: endsAt }),
          }),
    );
  }
}

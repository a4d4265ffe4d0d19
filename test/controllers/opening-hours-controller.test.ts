import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { spy, useFakeTimers, type SinonFakeTimers } from 'sinon';
import type { OpeningHours } from '../../src/contract/service.js';
import { OpeningHoursController } from '../../src/controllers/opening-hours-controller.js';

const weekdays: OpeningHours = {
  timeZone: 'Europe/Helsinki',
  weekly: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '13:00', to: '16:00' },
  ],
  closedDates: [],
};

class TestTelephone extends LitElement {
  hours: OpeningHours | undefined = weekdays;
  readonly told: string[] = [];
  readonly telephone = new OpeningHoursController(this, () => this.hours);

  isShown = true;

  protected override updated(): void {
    if (!this.isShown) return;
    const { opening } = this.telephone;
    const text = opening ? (opening.open ? 'open' : 'closed') : 'unknown';
    if (text !== this.told.at(-1)) this.told.push(text);
  }

  protected override render(): unknown {
    return html`${this.isShown && this.telephone.opening?.open}`;
  }
}
customElements.define('test-telephone', TestTelephone);

describe('the opening hours on a page', () => {
  let clock: SinonFakeTimers;
  let element: TestTelephone;

  /** A page that is opened at an instant, on a computer whose clock is in the tests' hands. */
  async function openAt(
    instant: string,
    hours: OpeningHours | undefined = weekdays,
  ): Promise<void> {
    clock = useFakeTimers({
      now: new Date(instant),
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    });
    element = document.createElement('test-telephone') as TestTelephone;
    element.hours = hours;
    document.body.append(element);
    await element.updateComplete;
  }

  const pass = async (milliseconds: number): Promise<void> => {
    await clock.tickAsync(milliseconds);
    await element.updateComplete;
  };

  afterEach(() => {
    element.remove();
    clock.restore();
  });

  it('change to the second when the telephone opens, closes for lunch and opens again', async () => {
    await openAt('2026-01-05T06:59:30Z');
    await pass(29_999);
    expect(element.told).to.deep.equal(['closed']);
    await pass(1);
    expect(element.told).to.deep.equal(['closed', 'open']);
    await pass(3 * 3_600_000 - 1);
    expect(element.told).to.deep.equal(['closed', 'open']);
    await pass(1);
    expect(element.told).to.deep.equal(['closed', 'open', 'closed']);
    await pass(3_600_000);
    expect(element.told).to.deep.equal(['closed', 'open', 'closed', 'open']);
  });

  it('are right within a minute after the computer slept', async () => {
    await openAt('2026-01-05T14:30:00Z');
    clock.setSystemTime(new Date('2026-01-06T08:00:00Z'));
    await pass(60_000);
    expect(element.told).to.deep.equal(['closed', 'open']);
  });

  it('are not guessed while nobody knows them', async () => {
    await openAt('2026-01-05T08:00:00Z', { ...weekdays, weekly: [] });
    expect(element.told).to.deep.equal(['closed']);
    element.hours = undefined;
    element.requestUpdate();
    await element.updateComplete;
    expect([element.told.at(-1), clock.countTimers()]).to.deep.equal(['unknown', 0]);
    element.hours = weekdays;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.told).to.deep.equal(['closed', 'unknown', 'open']);
  });

  it('are not guessed in a time zone that this browser does not know', async () => {
    await openAt('2026-01-05T08:00:00Z', { ...weekdays, timeZone: 'Europe/Atlantis' });
    expect([element.told, clock.countTimers()]).to.deep.equal([['unknown'], 0]);
  });

  it('are looked up once for all that is typed until they change, and only where they are shown', async () => {
    const formats = spy(Intl, 'DateTimeFormat');
    try {
      await openAt('2026-01-05T08:00:00Z');
      const { callCount } = formats;
      expect(callCount).to.be.above(0);
      for (let typed = 0; typed < 5; typed += 1) {
        element.requestUpdate();
        await element.updateComplete;
      }
      expect(formats.callCount).to.equal(callCount);
      element.isShown = false;
      element.hours = { ...weekdays };
      element.requestUpdate();
      await element.updateComplete;
      expect([formats.callCount, clock.countTimers()]).to.deep.equal([callCount, 0]);
    } finally {
      formats.restore();
    }
  });

  it('leave nothing running when the element goes, and are right when it comes back', async () => {
    await openAt('2026-01-05T08:00:00Z');
    expect(clock.countTimers()).to.equal(1);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    expect(clock.countTimers()).to.equal(0);
    await pass(2 * 3_600_000);
    document.body.append(element);
    await element.updateComplete;
    expect(element.told).to.deep.equal(['open', 'closed']);
    expect(clock.countTimers()).to.equal(1);
  });
});

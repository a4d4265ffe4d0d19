import 'visma-support-widgets/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type {
  AdvisoryAccessPendingChangedEvent,
  SupportRequestSubmittedEvent,
} from 'visma-support-widgets';
import { accessToken } from './sign-in.js';

@Component({
  selector: 'support-app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <support-provider endpoint="/api/support" product="fivaldi" application="kirjanpito" company-number="1234" [locale]="locale()" [accessToken]="accessToken">
      <button (click)="locale.set('en')">English</button>
      <advisory-access-badge (advisory-access-pending-changed)="count($event)" />
      <p>Odottaa: {{ waiting() }}</p>
      <p>Lähetetty: {{ sent() }}</p>
      <support-request-form kind="question" (support-request-submitted)="receive($event)" />
      <screenshot-attach max-files="3" />
      <support-request-list />
      <advisory-access-approval />
      <remote-support-download />
    </support-provider>
  `,
})
class App {
  readonly locale = signal('fi');
  readonly waiting = signal(0);
  readonly sent = signal('');
  readonly accessToken = accessToken;

  count({ detail }: AdvisoryAccessPendingChangedEvent): void {
    this.waiting.set(detail.count);
  }

  receive({ detail }: SupportRequestSubmittedEvent): void {
    this.sent.set(detail.number ?? '');
  }
}

bootstrapApplication(App).catch(console.error);

import { clockName } from '../contract/clock-change.js';
import type { Formats } from './formats.js';

/** A time of day by the reader's own clock; where clocks show it twice, by which of them is said after it. */
export function timeText(formats: Formats, instant: Date, time = formats.time(instant)): string {
  const clock = clockName(instant, formats.language);
  return time + (clock && ` (${clock})`);
}
